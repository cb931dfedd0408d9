package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.plan.Begun;
import io.limbeck.plan.History;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
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

    static AppliedRows of(List<AppliedRevision> rows, History history) {
        List<AppliedRevision> counted = counted(rows, history);
        List<String> order = history.graph()
                .inOrder(counted.stream().map(AppliedRevision::revision).toList());
        Map<String, Integer> position = new HashMap<>();
        order.forEach(id -> position.put(id, position.size()));
        return new AppliedRows(
                true,
                counted.stream()
                        .sorted(Comparator.comparing(AppliedRevision::appliedAt)
                                .thenComparing(row -> position.get(row.revision())))
                        .toList());
    }

    /** The rows, where those that stand for a replacement make way for one of its own. */
    private static List<AppliedRevision> counted(List<AppliedRevision> rows, History history) {
        List<AppliedRevision> counted = new ArrayList<>(rows);
        history.view().standing().forEach((id, stands) -> {
            AppliedRevision last = rows.stream()
                    .filter(row -> stands.contains(row.revision()))
                    .max(Comparator.comparing(AppliedRevision::appliedAt))
                    .orElseThrow();
            counted.removeIf(row -> stands.contains(row.revision()));
            if (counted.stream().noneMatch(row -> row.revision().equals(id))) {
                Revision revision = history.graph().find(id).orElseThrow();
                counted.add(new AppliedRevision(
                        id,
                        revision.message(),
                        revision.script(),
                        history.script(revision).fingerprint(),
                        last.appliedAt(),
                        last.appliedBy(),
                        last.duration(),
                        0,
                        0,
                        Status.APPLIED,
                        ""));
            }
        });
        return counted;
    }

    /** The ids of rows that are no repeatable scripts: of all, or of those that are applied in full. */
    static List<String> revisions(List<AppliedRevision> rows, boolean begunToo) {
        return rows.stream()
                .filter(row -> !isRepeatable(row) && (begunToo || row.status() == Status.APPLIED))
                .map(AppliedRevision::revision)
                .toList();
    }

    /** The ids of what is applied: everything but repeatable scripts and what has only begun, or is half taken back. */
    List<String> revisions() {
        return rows.stream()
                .filter(row -> row.status() == Status.APPLIED || row.status() == Status.REVERTING)
                .filter(row -> !isRepeatable(row))
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

    /** Whether something began and has not ended, be it that another migrator is at it. */
    boolean isHalfWay() {
        return rows.stream().anyMatch(row -> row.status() != Status.APPLIED);
    }

    /** What began in one direction and did not end. */
    Map<String, Begun> begun(Status status) {
        return rows.stream()
                .filter(row -> row.status() == status)
                .collect(Collectors.toMap(
                        AppliedRevision::revision, row -> new Begun(row.statementsDone(), row.journal())));
    }

    /**
     * Refuses to go on while a revision stands half-way otherwise.
     *
     * @param others the statuses that must not occur
     */
    void requireNone(Status... others) {
        for (AppliedRevision row : rows) {
            if (List.of(others).contains(row.status())) {
                throw LimbeckException.migration(Problem.of(
                        "half-done",
                        "revision '" + row.revision() + "' is " + extent(row) + " (" + row.status().word() + ")",
                        "Finish it first with mvn " + goal(row.status()) + "."));
            }
        }
    }

    /** Shape: {@code half-way: 2 of 3 statements are done} */
    static String extent(AppliedRevision row) {
        return row.status() == Status.UNDOING
                ? "half undone: " + row.statementsDone() + " of " + row.statements()
                        + " statements that take it back are done"
                : "half-way: " + row.statementsDone() + " of " + row.statements() + " statements are "
                        + (row.status() == Status.RUNNING ? "done" : "reverted");
    }

    /** The goal that ends what is half-way. */
    private static String goal(Status status) {
        return switch (status) {
            case REVERTING -> "db:downgrade";
            case UNDOING -> "db:repair -Ddb.undo=true";
            default -> "db:migrate";
        };
    }

    private static boolean isRepeatable(AppliedRevision row) {
        return row.revision().startsWith(History.REPEATABLE);
    }
}
