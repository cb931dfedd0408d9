package io.limbeck;

import io.limbeck.environment.Options;
import io.limbeck.environment.Session;
import io.limbeck.online.ConnectionExecutor;
import io.limbeck.online.FinishedStep;
import io.limbeck.online.MigrationLock;
import io.limbeck.online.Progress;
import io.limbeck.online.VersionTable;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans without touching anything; then, under the lock, looks again and acts. */
final class MigrationJob extends DatabaseJob<MigrationReport> {

    private final PlanMaker maker;
    private final Set<String> told = new HashSet<>();
    private Optional<Map<String, String>> checksums = Optional.empty();

    MigrationJob(Workspace workspace, PlanMaker maker) {
        super(workspace);
        this.maker = maker;
    }

    @Override
    Optional<MigrationReport> early(VersionTable table) throws SQLException {
        if (!maker.goesByChecksums()) {
            return Optional.empty();
        }
        long began = System.nanoTime();
        checksums = table.checksums();
        Optional<Set<String>> heads = checksums.isPresent() ? maker.settled(checksums.get()) : Optional.empty();
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return Optional.of(
                new MigrationReport(Direction.UPGRADE, List.of(), heads.get(), heads.get(), took, List.of()));
    }

    /** Of many thousand rows, to read all that they say takes as long as to connect. */
    @Override
    AppliedRows rows(VersionTable table) throws SQLException {
        Optional<AppliedRows> brief = checksums.isPresent()
                ? AppliedRows.applied(checksums.get(), workspace().history())
                : Optional.empty();
        return brief.isPresent() ? brief.get() : super.rows(table);
    }

    @Override
    MigrationReport online(Session session, AppliedRows applied) throws SQLException {
        long began = System.nanoTime();
        Optional<Plan> early = applied.isHalfWay() ? Optional.empty() : Optional.of(plan(session, applied));
        if (early.isPresent() && early.get().isEmpty()) {
            return report(early.get(), List.of(), began);
        }
        try (MigrationLock lock = lock(session, applied)) {
            AppliedRows now = readAgain(session, applied);
            Optional<Plan> kept = early.flatMap(plan -> kept(session, plan, applied, now));
            Plan plan = kept.isPresent() ? kept.get() : plan(session, now);
            return report(plan, plan.isEmpty() ? List.of() : run(session, plan, lock), began);
        }
    }

    /** A plan made before the lock, if it still holds; the table that a lock stands in has been made meanwhile. */
    private Optional<Plan> kept(Session session, Plan early, AppliedRows before, AppliedRows now) {
        if (!now.rows().equals(before.rows()) || before.tableExists() && !now.tableExists()) {
            return Optional.empty();
        }
        return before.tableExists() == now.tableExists()
                ? Optional.of(early)
                : Optional.of(early.without(workspace().rows(session.dialect()).create(false)));
    }

    /** What is half-way may be another migrator's, so a plan for it is made under the lock alone. */
    private Plan plan(Session session, AppliedRows applied) throws SQLException {
        Plan plan = maker.plan(session, applied);
        for (String warning : plan.warnings()) {
            if (told.add(warning)) {
                workspace().settings().progress().warning(warning);
            }
        }
        return plan;
    }

    private List<FinishedStep> run(Session session, Plan plan, MigrationLock lock) throws SQLException {
        Options hooks = workspace().run().options();
        Progress progress = new HookedProgress(workspace().settings().progress(), hooks, lock);
        hooks.run(Options.Hook.BEFORE_MIGRATE);
        List<FinishedStep> steps = new ConnectionExecutor(session.connection(), progress, etiquette(session)).run(plan);
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
