package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.plan.Begun;
import io.limbeck.plan.History;
import io.limbeck.revision.Revision;
import io.limbeck.script.ScriptFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        counted.sort((one, other) -> {
            int byTime = one.appliedAt().compareTo(other.appliedAt());
            return byTime != 0 ? byTime : history.graph().compare(one.revision(), other.revision());
        });
        return new AppliedRows(true, List.copyOf(counted));
    }

    /**
     * Rows as an upgrade needs them, in the history's order and without when and by whom: it goes by what is applied.
     *
     * @param checksums of what is applied in full, by the keys of the version table
     * @return empty where a row is of no script here, or where a revision may stand for others
     */
    static Optional<AppliedRows> applied(Map<String, String> checksums, History history) {
        List<AppliedRevision> rows = new ArrayList<>(checksums.size());
        for (Revision revision : history.graph().revisions()) {
            if (!revision.replaces().isEmpty()) {
                return Optional.empty();
            }
            if (checksums.containsKey(revision.id())) {
                rows.add(applied(revision.id(), revision.message(), revision.script(), checksums));
            }
        }
        for (ScriptFile repeatable : history.repeatables()) {
            String key = History.REPEATABLE + repeatable.header().id().text();
            if (checksums.containsKey(key)) {
                rows.add(applied(key, "", repeatable.name(), checksums));
            }
        }
        return rows.size() == checksums.size() ? Optional.of(new AppliedRows(true, rows)) : Optional.empty();
    }

    private static AppliedRevision applied(String id, String message, String script, Map<String, String> checksums) {
        return new AppliedRevision(
                id, message, script, checksums.get(id), Instant.EPOCH, "", Duration.ZERO, 0, 0, Status.APPLIED, "");
    }

    /** The rows, where those that stand for a replacement make way for one of its own. */
    private static List<AppliedRevision> counted(List<AppliedRevision> rows, History history) {
        List<AppliedRevision> counted = new ArrayList<>(rows);
        if (history.view().standing().isEmpty()) {
            return counted;
        }
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
        List<String> ids = new ArrayList<>(rows.size());
        for (AppliedRevision row : rows) {
            if (!isRepeatable(row) && (begunToo || row.status() == Status.APPLIED)) {
                ids.add(row.revision());
            }
        }
        return ids;
    }

    /** The ids of what is applied: everything but repeatable scripts and what has only begun, or is half taken back. */
    List<String> revisions() {
        List<String> ids = new ArrayList<>(rows.size());
        for (AppliedRevision row : rows) {
            boolean whole = row.status() == Status.APPLIED || row.status() == Status.REVERTING;
            if (whole && !isRepeatable(row)) {
                ids.add(row.revision());
            }
        }
        return ids;
    }

    Optional<AppliedRevision> row(String revision) {
        return rows.stream().filter(row -> row.revision().equals(revision)).findFirst();
    }

    /** The checksum of each row. */
    Map<String, String> checksums() {
        Map<String, String> checksums = new HashMap<>();
        for (AppliedRevision row : rows) {
            checksums.put(row.revision(), row.checksum());
        }
        return checksums;
    }

    /** The checksums of the repeatable scripts that have run, by name. */
    Map<String, String> repeated() {
        Map<String, String> checksums = new HashMap<>();
        for (AppliedRevision row : rows) {
            if (isRepeatable(row) && row.status() == Status.APPLIED) {
                checksums.put(row.revision().substring(History.REPEATABLE.length()), row.checksum());
            }
        }
        return checksums;
    }

    /** Whether something began and has not ended, be it that another migrator is at it. */
    boolean isHalfWay() {
        for (AppliedRevision row : rows) {
            if (row.status() != Status.APPLIED) {
                return true;
            }
        }
        return false;
    }

    /** What began in one direction and did not end. */
    Map<String, Begun> begun(Status status) {
        Map<String, Begun> begun = new HashMap<>();
        for (AppliedRevision row : rows) {
            if (row.status() == status) {
                begun.put(row.revision(), new Begun(row.statementsDone(), row.journal()));
            }
        }
        return begun;
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
                        "revision '" + row.revision() + "' is " + extent(row) + " ("
                                + row.status().word() + ")",
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
