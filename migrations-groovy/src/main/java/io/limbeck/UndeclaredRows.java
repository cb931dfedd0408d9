package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.plan.History;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Heads;
import io.limbeck.revision.RevisionGraph;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of the version table whose revisions no script declares; they are told by what the rows say. */
final class UndeclaredRows {

    private final RevisionGraph graph;
    private final AppliedRows applied;
    private final List<AppliedRevision> rows;

    UndeclaredRows(RevisionGraph graph, AppliedRows applied) {
        this.graph = graph;
        this.applied = applied;
        this.rows = new ArrayList<>();
        for (AppliedRevision row : applied.rows()) {
            if (!isDeclared(row)) {
                rows.add(row);
            }
        }
    }

    private boolean isDeclared(AppliedRevision row) {
        return row.revision().startsWith(History.REPEATABLE)
                || graph.find(row.revision()).isPresent();
    }

    /**
     * Refuses to go on while there are any.
     *
     * @throws LimbeckException with a problem for each of them
     */
    void refuse(Direction direction) {
        if (!rows.isEmpty()) {
            String target = target();
            throw LimbeckException.migration(rows.stream()
                    .map(row -> Problem.of("undeclared-revision", fact(row), way(row, target, direction)))
                    .toList());
        }
    }

    /** The version table without them. */
    AppliedRows others() {
        return new AppliedRows(
                applied.tableExists(),
                applied.rows().stream().filter(this::isDeclared).toList());
    }

    /** A line for each, for a downgrade that leaves them as they are. */
    List<String> warnings() {
        return rows.stream()
                .map(row -> fact(row) + "; it stays, though it may need what is undone here")
                .toList();
    }

    private static String fact(AppliedRevision row) {
        StringBuilder fact = new StringBuilder("revision '" + row.revision() + "'");
        if (row.message() != null && !row.message().isBlank()) {
            fact.append(" (").append(row.message().strip()).append(')');
        }
        fact.append(row.status() == AppliedRevision.Status.APPLIED ? " is applied" : " is half-way");
        fact.append(", but no script declares it; it was applied");
        if (row.appliedAt() != null) {
            fact.append(" on ").append(time(row.appliedAt()));
        }
        if (row.appliedBy() != null && !row.appliedBy().isBlank()) {
            fact.append(" by ").append(row.appliedBy().strip());
        }
        return fact.toString();
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    private static String way(AppliedRevision row, String target, Direction direction) {
        String script = row.script() == null || row.script().isBlank() ? "its script" : "its script " + row.script();
        return "Bring " + script + " back, perhaps from another branch of your version control. To undo it, say there"
                + " `mvn db:downgrade`.\nIf its changes are not in the database any more, forget it:"
                + " `mvn db:stamp -Ddb.target=" + target + "`."
                + (direction == Direction.DOWNGRADE
                        ? "\nTo undo others and leave it, provided that it needs none of them, add"
                                + " `-Ddb.ignoreUndeclared=true`."
                        : "");
    }

    /** Where the database is without these rows. */
    private String target() {
        Set<String> heads = Heads.of(graph, others().revisions());
        return heads.isEmpty() ? "base" : String.join(",", heads);
    }
}
