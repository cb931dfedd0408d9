package io.limbeck;

import io.limbeck.dialect.Dialect;
import io.limbeck.environment.Options;
import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.online.ConnectionExecutor;
import io.limbeck.online.FinishedStep;
import io.limbeck.online.MigrationLock;
import io.limbeck.online.Progress;
import io.limbeck.plan.Plan;
import io.limbeck.plan.VersionRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Plans without touching anything; then, under the lock, looks again and acts. */
final class MigrationJob extends DatabaseJob<MigrationReport> {

    private final PlanMaker maker;

    MigrationJob(Workspace workspace, PlanMaker maker) {
        super(workspace);
        this.maker = maker;
    }

    @Override
    MigrationReport online(Session session, AppliedRows applied) throws SQLException {
        long began = System.nanoTime();
        Plan plan = maker.plan(session, applied);
        plan.warnings().forEach(workspace().settings().progress()::warning);
        if (plan.isEmpty()) {
            return report(plan, List.of(), began);
        }
        try (MigrationLock lock = lock(session, applied)) {
            AppliedRows now = read(session);
            Plan current = now.equals(applied) ? plan : maker.plan(session, now);
            return report(current, current.isEmpty() ? List.of() : run(session, current), began);
        }
    }

    private MigrationLock lock(Session session, AppliedRows applied) throws SQLException {
        VersionRows rows = workspace().rows(session.dialect());
        Duration timeout = workspace().settings().lockTimeout();
        Progress progress = workspace().settings().progress();
        if (session.another().isEmpty()) {
            return MigrationLock.onTheSame(session.connection(), session.dialect(), rows, timeout, progress);
        }
        makeVersionTable(session, applied);
        return MigrationLock.take(session.another().get().get(), session.dialect(), rows, timeout, progress);
    }

    /** Makes the table that the lock stands in; another migrator may have been quicker. */
    private void makeVersionTable(Session session, AppliedRows applied) throws SQLException {
        Dialect dialect = session.dialect();
        if (applied.tableExists()
                || dialect.advisoryLock().isPresent()
                || dialect.lockBeside().isPresent()) {
            return;
        }
        VersionRows rows = workspace().rows(dialect);
        try {
            new ConnectionExecutor(session.connection(), Progress.SILENT, 0).prepare(rows.create(false));
        } catch (LimbeckException refused) {
            if (!read(session).tableExists()) {
                throw refused;
            }
        }
    }

    private List<FinishedStep> run(Session session, Plan plan) throws SQLException {
        Options hooks = workspace().run().options();
        Progress progress = new HookedProgress(workspace().settings().progress(), hooks);
        int timeout = (int) workspace().settings().statementTimeout().toSeconds();
        hooks.run(Options.Hook.BEFORE_MIGRATE);
        List<FinishedStep> steps = new ConnectionExecutor(session.connection(), progress, timeout).run(plan);
        hooks.run(Options.Hook.AFTER_MIGRATE);
        return steps;
    }

    private static MigrationReport report(Plan plan, List<FinishedStep> steps, long began) {
        return new MigrationReport(
                plan.direction(),
                steps,
                plan.headsBefore(),
                plan.headsAfter(),
                Duration.ofNanos(System.nanoTime() - began),
                plan.warnings());
    }
}
