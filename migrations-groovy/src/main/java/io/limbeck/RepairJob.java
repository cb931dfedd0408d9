package io.limbeck;

import io.limbeck.RepairReport.Kind;
import io.limbeck.RepairReport.Mended;
import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.AppliedRevision.Status;
import io.limbeck.online.ConnectionExecutor;
import io.limbeck.online.Etiquette;
import io.limbeck.online.MigrationLock;
import io.limbeck.plan.Begun;
import io.limbeck.plan.HalfWay;
import io.limbeck.plan.History;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Planner;
import io.limbeck.plan.Repairs;
import io.limbeck.plan.Way;
import io.limbeck.revision.Heads;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends the version table under the lock, and takes back what is half-way. */
final class RepairJob extends DatabaseJob<RepairReport> {

    private final Repair repair;
    private final List<Mended> mended = new ArrayList<>();
    private Session session;
    private Planner planner;
    private Repairs repairs;

    RepairJob(Workspace workspace, Repair repair) {
        super(workspace);
        this.repair = repair;
    }

    @Override
    RepairReport online(Session open, AppliedRows before) throws SQLException {
        if (!before.tableExists()) {
            return new RepairReport(List.of(), List.of());
        }
        session = open;
        try (MigrationLock lock = lock(session, before)) {
            AppliedRows applied = read(session);
            planner = workspace().planner(session.dialect(), session.framing(), live(session));
            repairs = planner.repairs();
            switch (repair) {
                case ACCEPT -> accept(applied);
                case ASSUME_APPLIED -> assume(applied, true);
                case ASSUME_NOT_APPLIED -> assume(applied, false);
                case UNDO -> undo(applied);
            }
            return new RepairReport(mended, halfWay(read(session)));
        }
    }

    private static List<AppliedRevision> halfWay(AppliedRows applied) {
        return applied.rows().stream()
                .filter(row -> row.status() != Status.APPLIED)
                .toList();
    }

    private void accept(AppliedRows applied) {
        Statuses statuses = new Statuses(workspace().history(), Optional.of(applied));
        for (RevisionStatus status : statuses.all()) {
            if (status.state() == RevisionStatus.State.CHANGED) {
                send(repairs.accepted(status.revision()));
                tell(
                        status.revision().id(),
                        Kind.ACCEPTED,
                        "what " + status.revision().script() + " says now counts as what was applied");
            }
        }
        for (AppliedRevision row : halfWay(applied)) {
            Optional<Revision> declared = workspace().history().graph().find(row.revision());
            if (declared.isPresent()) {
                HalfWay half = halfWay(declared.get(), row, applied);
                Optional<Statement> change = repairs.mended(half, begun(row));
                change.ifPresent(this::send);
                change.ifPresent(sent -> tell(half, row));
            } else if (row.status() != Status.REVERTING && !row.revision().startsWith(History.REPEATABLE)) {
                send(repairs.removed(row.revision()));
                tell(
                        row.revision(),
                        Kind.REMOVED,
                        "its row is gone: no script has it, and " + row.statementsDone() + " of " + row.statements()
                                + " statements were done");
            }
        }
    }

    private void tell(HalfWay half, AppliedRevision row) {
        if (repairs.isEdited(half, begun(row))) {
            tell(
                    row.revision(),
                    Kind.ACCEPTED,
                    "what its script says now counts as the " + row.statementsDone()
                            + (row.status() == Status.UNDOING
                                    ? " statements of the undo that were done"
                                    : " statements that were done"));
        } else {
            tell(
                    row.revision(),
                    Kind.REMOVED,
                    row.status() == Status.RUNNING
                            ? "its row is gone, as nothing of it was done"
                            : "it is applied as before, as nothing of it was reverted");
        }
    }

    private void assume(AppliedRows applied, boolean took) {
        AppliedRevision row = only(applied);
        HalfWay half = halfWay(declared(row), row, applied);
        send(repairs.assumed(half, begun(row), took));
        String statement =
                "statement " + (row.statementsDone() + 1) + (row.status() == Status.UNDOING ? " of the undo" : "");
        tell(
                row.revision(),
                took ? Kind.ASSUMED_APPLIED : Kind.ASSUMED_NOT_APPLIED,
                statement + (took ? " counts as done" : " counts as not done"));
    }

    private void undo(AppliedRows applied) throws SQLException {
        AppliedRevision row = only(applied);
        HalfWay half = halfWay(declared(row), row, applied);
        Plan plan =
                repairs.undone(half, begun(row), Heads.of(workspace().history().graph(), applied.revisions()));
        try {
            new ConnectionExecutor(session.connection(), workspace().settings().progress(), etiquette(session))
                    .run(plan);
        } catch (LimbeckException failure) {
            throw new LimbeckException(
                    failure.kind(),
                    failure.problems().stream().map(RepairJob::undoing).toList(),
                    failure.getCause());
        }
        tell(
                row.revision(),
                Kind.UNDONE,
                row.status() == Status.RUNNING
                        ? row.statementsDone() + " of its statements are taken back"
                        : "what was done of it is taken back");
    }

    /** The same failure with the command that goes on with it. */
    private static Problem undoing(Problem problem) {
        String way = problem.remedy()
                .map(text -> text.replace("mvn db:downgrade", "mvn db:repair -Ddb.undo=true"))
                .orElse(null);
        return new Problem(problem.code(), problem.where(), problem.fact(), way);
    }

    private AppliedRevision only(AppliedRows applied) {
        List<AppliedRevision> rows = halfWay(applied);
        if (rows.size() == 1) {
            return rows.get(0);
        }
        throw LimbeckException.migration(
                rows.isEmpty()
                        ? Problem.of(
                                "nothing-in-question",
                                "no revision is half-way",
                                "`mvn db:status` shows every revision with its state.")
                        : Problem.of(
                                "half-done",
                                "several revisions are half-way: "
                                        + String.join(
                                                ", ",
                                                rows.stream()
                                                        .map(AppliedRevision::revision)
                                                        .toList()),
                                "Finish them with `mvn db:migrate`."));
    }

    private Revision declared(AppliedRevision row) {
        return workspace()
                .history()
                .graph()
                .find(row.revision())
                .orElseThrow(() -> LimbeckException.migration(Problem.of(
                        "undeclared-revision",
                        "revision '" + row.revision() + "' is half-way, but no script has it",
                        "Bring its script back (" + row.script()
                                + "). Or forget what was done of it: `mvn db:repair`.")));
    }

    private HalfWay halfWay(Revision revision, AppliedRevision row, AppliedRows applied) {
        Way way = switch (row.status()) {
            case RUNNING -> Way.UP;
            case UNDOING -> Way.UNDO;
            default -> Way.DOWN;
        };
        return planner.halfWay(revision, way, begun(row), applied.revisions());
    }

    private static Begun begun(AppliedRevision row) {
        return new Begun(row.statementsDone(), row.journal());
    }

    private void send(Statement statement) {
        new ConnectionExecutor(session.connection(), workspace().settings().progress(), Etiquette.NONE)
                .prepare(List.of(statement));
    }

    private void tell(String revision, Kind kind, String fact) {
        mended.add(new Mended(revision, kind, fact));
    }
}
