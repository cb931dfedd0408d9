package io.limbeck;

import io.limbeck.RevisionStatus.State;
import io.limbeck.error.Place;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.plan.History;
import io.limbeck.revision.Heads;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays the scripts and the rows of the version table side by side. */
final class Statuses {

    private final History history;
    private final Optional<AppliedRows> rows;
    private final Set<String> heads;
    private final Set<String> current;
    private final Set<String> needed;
    private final Map<String, AppliedRevision> byRevision = new HashMap<>();

    /**
     * @param rows empty where no database was asked
     */
    Statuses(History history, Optional<AppliedRows> rows) {
        this.history = history;
        this.rows = rows;
        rows.ifPresent(found -> found.rows().forEach(row -> byRevision.putIfAbsent(row.revision(), row)));
        this.heads = history.graph().heads().stream().map(Revision::id).collect(Collectors.toSet());
        List<String> applied = rows.map(AppliedRows::revisions).orElse(List.of());
        this.current = Heads.of(history.graph(), applied);
        this.needed =
                history
                        .graph()
                        .ancestors(applied.stream()
                                .filter(id -> history.graph().find(id).isPresent())
                                .toList())
                        .stream()
                        .map(Revision::id)
                        .collect(Collectors.toSet());
    }

    /** The applied revisions in order; null where no database was asked. */
    List<String> applied() {
        return rows.map(AppliedRows::revisions).orElse(null);
    }

    /** Every revision, newest first; those that no script has come before all. */
    List<RevisionStatus> all() {
        List<RevisionStatus> all = new ArrayList<>();
        for (AppliedRevision row : rows.map(AppliedRows::rows).orElse(List.of())) {
            if (!row.revision().startsWith(History.REPEATABLE)
                    && history.graph().find(row.revision()).isEmpty()) {
                all.add(new RevisionStatus(declared(row), State.MISSING, false, true, Optional.of(row)));
            }
        }
        List<Revision> newest = new ArrayList<>(history.graph().revisions());
        Collections.reverse(newest);
        all.addAll(of(newest));
        return all;
    }

    /** The applied heads, newest first. */
    List<RevisionStatus> current() {
        return all().stream().filter(RevisionStatus::current).toList();
    }

    List<RevisionStatus> of(List<Revision> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    private RevisionStatus of(Revision revision) {
        Optional<AppliedRevision> row = Optional.ofNullable(byRevision.get(revision.id()));
        return new RevisionStatus(
                revision, state(revision, row), heads.contains(revision.id()), current.contains(revision.id()), row);
    }

    private State state(Revision revision, Optional<AppliedRevision> row) {
        if (rows.isEmpty()) {
            return State.UNKNOWN;
        }
        if (row.isEmpty()) {
            return needed.contains(revision.id()) ? State.OUT_OF_ORDER : State.PENDING;
        }
        return switch (row.get().status()) {
            case RUNNING -> State.RUNNING;
            case REVERTING -> State.REVERTING;
            case UNDOING -> State.UNDOING;
            case APPLIED -> history.script(revision).isStill(row.get().checksum()) ? State.APPLIED : State.CHANGED;
        };
    }

    /** A revision as its row tells it, where no script does. */
    private static Revision declared(AppliedRevision row) {
        String script = row.script() == null ? "" : row.script();
        String message = row.message() == null ? "" : row.message();
        return new Revision(row.revision(), List.of(), message, Set.of(), List.of(), Place.file(script));
    }

    /** A line for each applied script that has changed since, newest first. */
    static List<String> changed(History history, AppliedRows rows) {
        List<String> changed = new ArrayList<>();
        for (AppliedRevision row : rows.rows()) {
            Optional<Revision> revision = history.graph().find(row.revision());
            if (row.status() == Status.APPLIED
                    && revision.isPresent()
                    && !history.script(revision.get()).isStill(row.checksum())) {
                changed.add(row.revision());
            }
        }
        if (changed.isEmpty()) {
            return changed;
        }
        changed.sort(history.graph()::compare);
        Collections.reverse(changed);
        return changed.stream()
                .map(id -> history.graph().find(id).orElseThrow().script() + ": revision '" + id
                        + "' has changed since it was applied")
                .toList();
    }
}
