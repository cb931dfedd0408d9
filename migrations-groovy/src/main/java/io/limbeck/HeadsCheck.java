package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Heads;
import io.limbeck.revision.Revision;
import io.limbeck.revision.RevisionGraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether a database is at the heads of the history. */
final class HeadsCheck {

    private HeadsCheck() {}

    static void check(RevisionGraph graph, Statuses statuses) {
        Set<String> heads = graph.heads().stream().map(Revision::id).collect(Collectors.toSet());
        List<String> applied = statuses.applied();
        Set<String> current = Heads.of(graph, applied);
        long pending = graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .count();
        if (pending > 0 || !heads.equals(current)) {
            throw LimbeckException.migration(Problem.of(
                    "not-at-heads",
                    "the database is at " + words(current) + ", and the history leads to " + words(heads),
                    pending > 0
                            ? "Pending: " + pending + ". `mvn db:migrate` applies them."
                            : "`mvn db:status` shows what no script declares."));
        }
    }

    private static String words(Set<String> ids) {
        return ids.isEmpty() ? "base" : ids.stream().sorted().collect(Collectors.joining(", "));
    }
}
