package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.plan.History;
import io.limbeck.revision.RevisionGraph;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The version table as one run found it.
 *
 * @param tableExists whether there is one
 * @param rows in the order of application, ties broken by the history's own order
 */
record AppliedRows(boolean tableExists, List<AppliedRevision> rows) {

    static final AppliedRows NONE = new AppliedRows(false, List.of());

    static AppliedRows of(List<AppliedRevision> rows, RevisionGraph graph) {
        List<String> order =
                graph.inOrder(rows.stream().map(AppliedRevision::revision).toList());
        Map<String, Integer> position = new HashMap<>();
        order.forEach(id -> position.put(id, position.size()));
        return new AppliedRows(
                true,
                rows.stream()
                        .sorted(Comparator.comparing(AppliedRevision::appliedAt)
                                .thenComparing(row -> position.get(row.revision())))
                        .toList());
    }

    /** The ids of what is applied: everything but repeatable scripts and what has only begun. */
    List<String> revisions() {
        return rows.stream()
                .filter(row -> row.status() != Status.RUNNING && !isRepeatable(row))
                .map(AppliedRevision::revision)
                .toList();
    }

    Optional<AppliedRevision> row(String revision) {
        return rows.stream().filter(row -> row.revision().equals(revision)).findFirst();
    }

    /** The checksums of the repeatable scripts that have run, by name. */
    Map<String, String> repeated() {
        return rows.stream()
                .filter(row -> isRepeatable(row) && row.status() == Status.APPLIED)
                .collect(Collectors.toMap(
                        row -> row.revision().substring(History.REPEATABLE.length()), AppliedRevision::checksum));
    }

    /** How many statements are done of what began in one direction and did not end. */
    Map<String, Integer> begun(Status status) {
        return rows.stream()
                .filter(row -> row.status() == status)
                .collect(Collectors.toMap(AppliedRevision::revision, AppliedRevision::statementsDone));
    }

    /**
     * Refuses to go on while a revision stands half-way in the other direction.
     *
     * @param other the status that must not occur
     */
    void requireNone(Status other) {
        for (AppliedRevision row : rows) {
            if (row.status() == other) {
                String goal = other == Status.RUNNING ? "db:migrate" : "db:downgrade";
                throw LimbeckException.migration(Problem.of(
                        "half-done",
                        "revision '" + row.revision() + "' is half-way: " + row.statementsDone() + " of "
                                + row.statements() + " statements are done (" + other.word() + ")",
                        "Finish it first with mvn " + goal + "."));
            }
        }
    }

    private static boolean isRepeatable(AppliedRevision row) {
        return row.revision().startsWith(History.REPEATABLE);
    }
}
