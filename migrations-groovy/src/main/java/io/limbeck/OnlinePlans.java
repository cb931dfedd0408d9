package io.limbeck;

import io.limbeck.environment.OutOfOrder;
import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.plan.Framing;
import io.limbeck.plan.History;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Planner;
import io.limbeck.plan.TableState;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Heads;
import io.limbeck.revision.Movement;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.Stamping;
import io.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans on a connection: what the version table says decides where a run begins.
 *
 * @param target empty for an upgrade to wherever the history leads
 */
record OnlinePlans(Workspace workspace, Direction direction, Optional<String> target, boolean purge)
        implements PlanMaker {

    private static final String HEADS = "heads";

    /** All that decides about a plan, but for the scripts and for what the database says of its schema. */
    private record Situation(
            String dialect,
            Framing framing,
            Direction direction,
            Optional<String> target,
            boolean purge,
            Name versionTable,
            Map<String, String> naming,
            boolean tableExists,
            List<Row> rows) {}

    /** What counts of a row. */
    private record Row(String revision, String checksum, Status status, int done, String journal) {}

    @Override
    public Plan plan(Session session, AppliedRows applied) throws SQLException {
        Planner.Live live = DatabaseJob.live(session);
        return workspace.isShared() ? shared(session, applied, live) : plan(session, applied, live);
    }

    /** So it is where an upgrade leads to wherever the history does: some other targets tell what was applied last. */
    @Override
    public boolean goesByChecksums() {
        return direction == Direction.UPGRADE
                && (target.isEmpty() || target.get().equals(HEADS));
    }

    /** So it is where it leads to all heads, and rows and scripts tell of the same. */
    @Override
    public Optional<Set<String>> settled(Map<String, String> checksums) {
        History history = workspace.history();
        Set<String> heads = Heads.of(history.graph());
        boolean toHeads = target.isPresent() || heads.size() == 1;
        return goesByChecksums() && toHeads && history.isThatOf(checksums) ? Optional.of(heads) : Optional.empty();
    }

    private Plan shared(Session session, AppliedRows applied, Planner.Live live) throws SQLException {
        Situation situation = new Situation(
                session.dialect().toString(),
                session.framing(),
                direction,
                target,
                purge,
                workspace.rows(session.dialect()).table(),
                workspace.run().options().naming(),
                applied.tableExists(),
                applied.rows().stream()
                        .map(row -> new Row(
                                row.revision(), row.checksum(), row.status(), row.statementsDone(), row.journal()))
                        .toList());
        return workspace.plans().plan(situation, live, watched -> plan(session, applied, watched));
    }

    private Plan plan(Session session, AppliedRows applied, Planner.Live live) throws SQLException {
        History history = workspace.requiredHistory();
        if (direction != Direction.STAMP) {
            if (!history.view().gone().isEmpty()) {
                throw LimbeckException.migration(history.view().gone());
            }
        }
        UndeclaredRows undeclared = new UndeclaredRows(history.graph(), applied);
        Movements movements = new Movements(history.graph());
        Planner planner = workspace.planner(session.dialect(), session.framing(), live);
        Plan plan = switch (direction) {
            case UPGRADE -> {
                undeclared.refuse(direction);
                yield upgrade(movements, planner, applied);
            }
            case DOWNGRADE -> downgrade(movements, planner, undeclared);
            case STAMP -> {
                if (!purge) {
                    applied.requireNone(Status.UNDOING);
                }
                Stamping stamping = movements.stamp(applied.revisions(), target.orElseThrow(), purge);
                yield planner.moves().stamp(stamping, leftovers(stamping, applied), table(applied));
            }
        };
        return planner.moves().adopting(plan);
    }

    /** Rows in the way of a stamp: those of what has only begun; all others too, if the table is to be emptied. */
    private List<String> leftovers(Stamping stamping, AppliedRows applied) {
        List<String> wanted = stamping.insert().stream().map(Revision::id).toList();
        return applied.rows().stream()
                .filter(row -> purge || row.status() == Status.RUNNING && wanted.contains(row.revision()))
                .map(AppliedRevision::revision)
                .filter(id -> !stamping.delete().contains(id))
                .filter(id -> wanted.contains(id) || !stamping.after().contains(id))
                .toList();
    }

    private Plan downgrade(Movements movements, Planner planner, UndeclaredRows undeclared) {
        if (!workspace.settings().ignoreUndeclared()) {
            undeclared.refuse(direction);
        }
        AppliedRows applied = undeclared.others();
        applied.requireNone(Status.RUNNING, Status.UNDOING);
        Movement movement = movements.downgrade(applied.revisions(), target.orElseThrow());
        return planner.downgrade(movement, applied.begun(Status.REVERTING)).warning(undeclared.warnings());
    }

    private Plan upgrade(Movements movements, Planner planner, AppliedRows applied) {
        applied.requireNone(Status.REVERTING, Status.UNDOING);
        Movement movement = movements.upgrade(applied.revisions(), target.isPresent() ? target.get() : heads());
        List<String> warnings = new ArrayList<>(outOfOrder(movement));
        warnings.addAll(Statuses.changed(workspace.history(), applied));
        Plan plan = planner.upgrade(movement, applied.repeated(), applied.begun(Status.RUNNING), table(applied));
        return plan.warning(warnings);
    }

    private static TableState table(AppliedRows applied) {
        return applied.tableExists() ? TableState.THERE : TableState.MISSING;
    }

    /** All heads; but two that no label tells apart are a merge that somebody forgot. */
    private String heads() {
        List<Revision> heads = workspace.history().graph().heads();
        if (heads.size() > 1 && heads.stream().anyMatch(this::isNameless)) {
            throw LimbeckException.migration(Problem.of(
                    "several-heads",
                    "there are " + heads.size() + " heads: "
                            + heads.stream()
                                    .map(head -> head.id() + " (" + head.script() + ")")
                                    .collect(Collectors.joining(", ")),
                    "Join them: mvn db:merge\n"
                            + "Or apply all of them as they are: mvn db:migrate -Ddb.target=heads"));
        }
        return HEADS;
    }

    private boolean isNameless(Revision head) {
        return workspace.history().graph().labelsOf(head.id()).isEmpty();
    }

    private List<String> outOfOrder(Movement movement) {
        OutOfOrder rule = workspace.settings().outOfOrder();
        if (movement.outOfOrder().isEmpty() || rule == OutOfOrder.ALLOW) {
            return List.of();
        }
        List<Problem> problems = movement.outOfOrder().stream()
                .map(revision -> Problem.at(
                        revision.place(),
                        "out-of-order",
                        "revision '" + revision.id() + "' is applied behind revisions that need it",
                        "If that is what you want: outOfOrder=allow, or warn."))
                .toList();
        if (rule == OutOfOrder.FAIL) {
            throw LimbeckException.migration(problems);
        }
        return problems.stream()
                .map(problem -> problem.where() + ": " + problem.fact())
                .toList();
    }
}
