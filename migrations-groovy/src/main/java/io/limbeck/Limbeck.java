package io.limbeck;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.environment.Job;
import io.limbeck.environment.Session;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.Pool;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.RevisionGraph;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Migrates a database, or {@link #each} of several, by one folder of scripts.
 *
 * <p>Every method reads the scripts anew. Instances share nothing, so many may work side by side; one instance does one
 * thing at a time. What fails throws {@link LimbeckException}.
 */
public final class Limbeck implements AutoCloseable {

    /** Stands in where scripts are checked and nobody has said for which database. */
    private static final String ANY_DIALECT = "postgresql";

    private final Settings settings;
    private final Optional<Scripts> scripts;
    private final Optional<Pool> pool;

    Limbeck(Settings settings) {
        this(settings, Optional.empty(), Optional.empty());
    }

    /** For one of several databases. */
    Limbeck(Settings settings, Scripts scripts, Optional<Pool> pool) {
        this(settings, Optional.of(scripts), pool);
    }

    private Limbeck(Settings settings, Optional<Scripts> scripts, Optional<Pool> pool) {
        this.settings = settings;
        this.scripts = scripts;
        this.pool = pool;
    }

    public static Configuration configure() {
        return new Configuration();
    }

    // ---- several databases

    /**
     * Does the same on each of {@link Configuration#databases} and {@link Configuration#tenants}, several at a time: every
     * one is a run of its own with its own lock, and one that fails stops no other. The scripts are read once.
     *
     * <p>Shape: {@code limbeck.each(one -> one.upgrade("heads")).orThrow()}
     *
     * @param work gets a Limbeck for one database, which must not be used behind it
     * @throws LimbeckException when the scripts cannot be read, or nothing tells which databases there are
     */
    public <T> Outcomes<T> each(Function<Limbeck, T> work) {
        return each(work, outcome -> {});
    }

    /**
     * @param finished hears of each outcome as soon as it is there, one at a time
     */
    public <T> Outcomes<T> each(Function<Limbeck, T> work, Consumer<Outcome<T>> finished) {
        if (!settings.isSeveral()) {
            throw LimbeckException.setup(Problem.of(
                    "no-databases",
                    "nothing says which databases there are",
                    "Name them with 'databases', or their schemas with 'tenants'."));
        }
        try (Scripts read = new Scripts(settings);
                Fleet fleet = new Fleet(settings, read)) {
            read.history();
            return fleet.each(work, finished);
        }
    }

    // ---- running

    /**
     * What an upgrade would do, statement by statement; nothing is done.
     *
     * @param target one or more targets, comma-separated, such as {@code heads} or {@code +1}
     */
    public Plan plan(String target) {
        return plan(Direction.UPGRADE, target);
    }

    /** What a run in a direction would do; nothing is done. */
    public Plan plan(Direction direction, String target) {
        return inWorkspace(workspace -> {
            PlanMaker maker = maker(workspace, direction, target, false);
            return perform(workspace, new DatabaseJob<Plan>(workspace) {
                @Override
                Plan online(Session session, AppliedRows applied) throws SQLException {
                    return maker.plan(session, applied);
                }
            });
        });
    }

    /**
     * Upgrades the database.
     *
     * @param target one or more targets, comma-separated, such as {@code heads} or {@code +1}
     * @throws LimbeckException with all that is wrong before anything is done; or when a statement fails, with what was
     *     done and what was not
     */
    public MigrationReport upgrade(String target) {
        return migrate(Direction.UPGRADE, target, false);
    }

    /** Upgrades the database to wherever the history leads; two heads that no label tells apart are refused. */
    public MigrationReport upgrade() {
        return migrate(Direction.UPGRADE, null, false);
    }

    /** The same on another thread. */
    public CompletableFuture<MigrationReport> upgradeAsync(String target) {
        return CompletableFuture.supplyAsync(() -> upgrade(target), Limbeck::onThreadOfItsOwn);
    }

    /**
     * Downgrades the database.
     *
     * @param target such as {@code -1}, {@code base} or a revision
     */
    public MigrationReport downgrade(String target) {
        return migrate(Direction.DOWNGRADE, target, false);
    }

    /** The same on another thread. */
    public CompletableFuture<MigrationReport> downgradeAsync(String target) {
        return CompletableFuture.supplyAsync(() -> downgrade(target), Limbeck::onThreadOfItsOwn);
    }

    /** Moves the version table to targets without running scripts; branches that are not named keep their rows. */
    public MigrationReport stamp(String target) {
        return stamp(target, false);
    }

    /**
     * @param purge whether all rows go first
     */
    public MigrationReport stamp(String target, boolean purge) {
        return migrate(Direction.STAMP, target, purge);
    }

    /**
     * Mends the version table: scripts that have changed count as what was applied, and rows of runs that failed before
     * their first statement go. What is half-way is told.
     */
    public RepairReport repair() {
        return repair(Repair.ACCEPT);
    }

    /**
     * @throws LimbeckException when there is nothing to assume, or when something cannot be undone, before anything is
     */
    public RepairReport repair(Repair repair) {
        return inWorkspace(workspace -> perform(workspace, new RepairJob(workspace, repair)));
    }

    /**
     * Drops everything in the schema of the connection, the version table last. Where that is broken off, nothing but a
     * second clean goes on.
     *
     * @throws LimbeckException unless {@link Configuration#cleanEnabled} allows it; or when something is in the way
     */
    public CleanReport clean() {
        if (!settings.cleanEnabled()) {
            throw LimbeckException.setup(Problem.of(
                    "clean-disabled",
                    "dropping everything in the schema is not allowed",
                    "Say <cleanEnabled>true</cleanEnabled> in the POM of a project whose databases may go."));
        }
        return inWorkspace(workspace -> perform(workspace, new CleanJob(workspace)));
    }

    private MigrationReport migrate(Direction direction, String target, boolean purge) {
        try (Workspace workspace = new Workspace(settings, false, scripts, pool)) {
            return perform(workspace, new MigrationJob(workspace, maker(workspace, direction, target, purge)));
        }
    }

    private PlanMaker maker(Workspace workspace, Direction direction, String target, boolean purge) {
        return new OnlinePlans(workspace, direction, Optional.ofNullable(target), purge);
    }

    // ---- writing

    /**
     * Writes the SQL of an upgrade; no driver and no connection is needed.
     *
     * @param range {@code to} or {@code from:to}
     */
    public void sql(String range, Appendable output) {
        sql(Direction.UPGRADE, range, output);
    }

    /**
     * Writes the SQL of a run; a downgrade needs {@code from:to}.
     *
     * @throws LimbeckException before the first byte, when the range is empty or leads the other way, or when
     *     something cannot be written as SQL
     */
    public void sql(Direction direction, String range, Appendable output) {
        inWorkspace(true, workspace -> {
            workspace
                    .run()
                    .perform(new WritingJob(workspace, direction, range), Optional.of(output))
                    .orElseThrow(Limbeck::nothingRun);
            return null;
        });
    }

    // ---- asking

    /** Every revision, newest first, with what the database knows of it. */
    public List<RevisionStatus> status() {
        return inWorkspace(workspace -> statuses(workspace, true).all());
    }

    /** The applied heads. */
    public List<RevisionStatus> current() {
        return inWorkspace(workspace -> statuses(workspace, true).current());
    }

    /**
     * The revisions of a range, newest first; a database is asked if one is configured.
     *
     * @param range {@code from:to}; empty for everything
     */
    public List<RevisionStatus> history(String range) {
        return inWorkspace(workspace -> {
            Statuses statuses = statuses(workspace, settings.hasDatabase());
            return statuses.of(new Movements(workspace.history().graph()).history(range, statuses.applied()));
        });
    }

    /** The revisions that several others follow, newest first, each with these. */
    public List<BranchPoint> branches() {
        return inWorkspace(workspace -> {
            Statuses statuses = statuses(workspace, settings.hasDatabase());
            RevisionGraph graph = workspace.history().graph();
            List<Revision> points = new ArrayList<>(graph.branchPoints());
            Collections.reverse(points);
            return points.stream()
                    .map(point -> new BranchPoint(
                            statuses.of(List.of(point)).get(0), statuses.of(graph.children(point.id()))))
                    .toList();
        });
    }

    /**
     * Checks that the database is at the heads of the history.
     *
     * @throws LimbeckException when it is not, with what is pending or has no script
     */
    public void checkHeads() {
        inWorkspace(workspace -> {
            HeadsCheck.check(workspace.history().graph(), statuses(workspace, true));
            return null;
        });
    }

    /** The heads of the history, whatever the database says. */
    public List<RevisionStatus> heads() {
        return inWorkspace(workspace -> statuses(workspace, false).all().stream()
                .filter(RevisionStatus::head)
                .toList());
    }

    /**
     * The revisions that targets name, newest first; a database is asked if one is configured.
     *
     * @param target one or more targets, comma-separated
     */
    public List<RevisionStatus> show(String target) {
        return inWorkspace(workspace -> {
            Statuses statuses = statuses(workspace, settings.hasDatabase());
            List<Revision> named =
                    new ArrayList<>(new Movements(workspace.history().graph()).named(target, statuses.applied()));
            Collections.reverse(named);
            return statuses.of(named);
        });
    }

    /**
     * Checks that the graph is sound, that every script records and renders, and, where a database is configured, that
     * what was applied has not changed.
     *
     * @return what is worth knowing, such as revisions that cannot be undone
     * @throws LimbeckException with everything that is wrong
     */
    public ValidationReport validate() {
        return inWorkspace(workspace -> {
            if (!settings.hasDatabase()) {
                Dialect dialect = settings.offlineDialect().orElseGet(() -> Dialects.of(ANY_DIALECT));
                return Validation.of(workspace, dialect, Optional.empty());
            }
            return perform(workspace, new DatabaseJob<ValidationReport>(workspace) {
                @Override
                ValidationReport online(Session session, AppliedRows applied) {
                    Statuses statuses = new Statuses(workspace.history(), Optional.of(applied));
                    return Validation.of(workspace, session.dialect(), Optional.of(statuses));
                }
            });
        });
    }

    private Statuses statuses(Workspace workspace, boolean asking) {
        if (!asking) {
            return new Statuses(workspace.history(), Optional.empty());
        }
        AppliedRows rows = perform(workspace, new DatabaseJob<AppliedRows>(workspace) {
            @Override
            AppliedRows online(Session session, AppliedRows applied) {
                return applied;
            }
        });
        return new Statuses(workspace.history(), Optional.of(rows));
    }

    // ---- schemas

    /**
     * A schema: {@code history}, what the scripts lead to; {@code target}, what the target metadata asks for; {@code
     * database}, what the database has; or that of a file, a snapshot or a {@code schema.groovy}.
     */
    public Schema schema(String source) {
        return withSchemas(Schemas.needsDatabase(source), schemas -> schemas.of(source));
    }

    /** A schema as text. */
    public String snapshot(String source, SchemaFormat format) {
        return withSchemas(
                Schemas.needsDatabase(source), schemas -> format.text(schemas.of(source), schemas.dialect()));
    }

    /**
     * What leads from one schema to another, each named as {@link #schema} takes it. Without a database in it, it is
     * worked out for the dialect that is configured.
     */
    public SchemaDifference diff(String from, String to) {
        boolean asking = Schemas.needsDatabase(from) || Schemas.needsDatabase(to);
        return withSchemas(asking, schemas -> schemas.difference(from, to));
    }

    /**
     * Compares the target metadata with the history, and with {@link Against#DATABASE} the database with what was
     * applied to it.
     *
     * @throws LimbeckException where there is nothing to compare, or something cannot be read; a difference is told by
     *     the report
     */
    public CheckReport check(Against against) {
        return withSchemas(against == Against.DATABASE, schemas -> SchemaCheck.of(schemas, against));
    }

    /**
     * Writes a new Groovy script that makes of the history, or of the database, what the target metadata asks for; where
     * nothing differs, nothing is written.
     */
    public AutogenerateReport autogenerate(NewRevision request, Against against) {
        boolean asking = against == Against.DATABASE;
        return inWorkspace(workspace -> withSchemas(workspace, asking, schemas -> {
            SchemaDifference difference =
                    schemas.difference(asking ? Schemas.DATABASE : Schemas.HISTORY, Schemas.TARGET);
            Optional<Path> script = difference.isEmpty()
                    ? Optional.empty()
                    : Optional.of(request.write(
                            workspace.writing(),
                            workspace.history(),
                            difference.difference().script()));
            return new AutogenerateReport(script, difference);
        }));
    }

    /**
     * Writes a first revision that makes what the database has, and stamps the database with it.
     *
     * @throws LimbeckException when there are revisions already, here or in the database; or when nothing is there
     */
    public BaselineReport baseline(String message) {
        BaselineReport report =
                inWorkspace(workspace -> withSchemas(workspace, true, new Baseline(workspace, message)::write));
        stamp(report.revision());
        return report;
    }

    /** What the database has, in the schema of the connection and in others. */
    Schema inspected(Collection<String> others) {
        return withSchemas(true, schemas -> schemas.inspected(others));
    }

    private <T> T withSchemas(boolean asking, Function<Schemas, T> work) {
        return inWorkspace(workspace -> withSchemas(workspace, asking, work));
    }

    private <T> T withSchemas(Workspace workspace, boolean asking, Function<Schemas, T> work) {
        if (asking) {
            return perform(workspace, new SchemaWork<>(workspace, work));
        }
        Schemas schemas = new Schemas(workspace, workspace.dialect(), Optional.empty(), AppliedRows.NONE);
        return workspace.run().watching(() -> work.apply(schemas));
    }

    // ---- writing scripts

    /**
     * Writes a new script from a template.
     *
     * @return the file
     */
    public Path revision(NewRevision request) {
        return inWorkspace(workspace -> request.write(workspace.writing(), workspace.history()));
    }

    /**
     * Writes a merge point, after comparing what its branches did, operation by operation, on the schema state where
     * they parted. What may not be exchanged stands in the script as a comment.
     *
     * @return the script, and what is worth knowing
     * @throws LimbeckException when there is nothing to merge, or when scripts cannot be recorded
     */
    public MergeReport merge(NewMerge request) {
        return inWorkspace(request::write);
    }

    /**
     * Writes one revision that stands for a range of others, and proves that it leads to the same schema state.
     *
     * @throws LimbeckException when the range cannot be replaced, with all reasons
     */
    public SquashReport squash(NewSquash request) {
        return inWorkspace(request::write);
    }

    /** A script's text, such as for {@code db:show}. */
    public Optional<String> script(String revision) {
        return inWorkspace(workspace -> workspace
                .history()
                .graph()
                .find(revision)
                .map(workspace.history()::script)
                .map(ScriptFile::source)
                .map(source -> source.text()));
    }

    // ---- inside

    /** A migration may wait long for a database, so it takes no thread from a pool that others need. */
    static void onThreadOfItsOwn(Runnable work) {
        Thread thread = new Thread(work, "limbeck");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a job by its interface, so that the JVM need not load all kinds of jobs to verify this class. */
    private <T> T perform(Workspace workspace, Job<T> job) {
        if (settings.isSeveral()) {
            throw LimbeckException.setup(Problem.of(
                    "several-databases",
                    "this is done on one database, and several are configured",
                    "Ask each of them: limbeck.each(one -> …)."));
        }
        Optional<T> result = performed(workspace, job);
        if (result.isEmpty()) {
            throw nothingRun();
        }
        return result.get();
    }

    /** Scripts that cannot be read are told rather than a database that cannot be reached. */
    private static <T> Optional<T> performed(Workspace workspace, Job<T> job) {
        try {
            return workspace.run().perform(job, Optional.empty());
        } catch (LimbeckException failure) {
            workspace.history();
            throw failure;
        }
    }

    private static LimbeckException nothingRun() {
        return LimbeckException.setup(Problem.of(
                "nothing-run",
                "env.groovy never came to context.runMigrations()",
                "Each of the methods it overrides must lead there."));
    }

    private <T> T inWorkspace(Function<Workspace, T> work) {
        return inWorkspace(false, work);
    }

    private <T> T inWorkspace(boolean offline, Function<Workspace, T> work) {
        try (Workspace workspace = new Workspace(settings, offline, scripts, pool)) {
            return work.apply(workspace);
        }
    }

    /** Has nothing to close: what a call opened, it closed. Kept so that callers need not know. */
    @Override
    public void close() {
        // see above
    }
}
