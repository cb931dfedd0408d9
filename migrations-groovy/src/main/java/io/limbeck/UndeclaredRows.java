package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.plan.History;
import io.limbeck.revision.Heads;
import io.limbeck.revision.RevisionGraph;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** Refuses to go on where the version table has revisions that no script declares; it tells what their rows say. */
final class UndeclaredRows {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private UndeclaredRows() {}

    /**
     * @throws LimbeckException with a problem for each such row
     */
    static void refuse(RevisionGraph graph, AppliedRows applied) {
        List<AppliedRevision> undeclared = applied.rows().stream()
                .filter(row -> !row.revision().startsWith(History.REPEATABLE)
                        && graph.find(row.revision()).isEmpty())
                .toList();
        if (!undeclared.isEmpty()) {
            String target = target(graph, applied);
            throw LimbeckException.migration(undeclared.stream()
                    .map(row -> Problem.of("undeclared-revision", fact(row), way(row, target)))
                    .toList());
        }
    }

    private static String fact(AppliedRevision row) {
        StringBuilder fact = new StringBuilder("revision '" + row.revision() + "'");
        if (row.message() != null && !row.message().isBlank()) {
            fact.append(" (").append(row.message().strip()).append(')');
        }
        fact.append(row.status() == AppliedRevision.Status.APPLIED ? " is applied" : " is half-way");
        fact.append(", but no script declares it; it was applied");
        if (row.appliedAt() != null) {
            fact.append(" on ").append(TIME.format(row.appliedAt()));
        }
        if (row.appliedBy() != null && !row.appliedBy().isBlank()) {
            fact.append(" by ").append(row.appliedBy().strip());
        }
        return fact.toString();
    }

    private static String way(AppliedRevision row, String target) {
        String script = row.script() == null || row.script().isBlank() ? "its script" : "its script " + row.script();
        return "Bring " + script + " back, perhaps from another branch of your version control. To undo it, say there"
                + " `mvn db:downgrade`.\nIf its changes are not in the database any more, forget it:"
                + " `mvn db:stamp -Ddb.target=" + target + "`.";
    }

    /** Where the database is without these rows. */
    private static String target(RevisionGraph graph, AppliedRows applied) {
        List<String> declared = applied.revisions().stream()
                .filter(id -> graph.find(id).isPresent())
                .toList();
        Set<String> heads = Heads.of(graph, declared);
        return heads.isEmpty() ? "base" : String.join(",", heads);
    }
}
