package io.limbeck;

import io.limbeck.autogenerate.Rename;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.environment.Run;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.merge.Branches;
import io.limbeck.online.Pool;
import io.limbeck.plan.Framing;
import io.limbeck.plan.History;
import io.limbeck.plan.Planner;
import io.limbeck.plan.VersionRows;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.squash.Squash;
import io.limbeck.target.TargetContext;
import io.limbeck.target.TargetMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The scripts and the environment as one call finds them. */
final class Workspace implements AutoCloseable {

    private static final String VERSION_TABLE = "db_version";

    private final Settings settings;
    private final boolean offline;
    private final Scripts scripts;
    private final boolean shared;
    private History history;
    private final Run run;

    /**
     * @param offline whether SQL is to be written
     * @param others the scripts that runs on other databases use too; empty to read them anew
     * @param pool connections that other runs use too
     */
    Workspace(Settings settings, boolean offline, Optional<Scripts> others, Optional<Pool> pool) {
        this.settings = settings;
        this.offline = offline;
        this.shared = others.isPresent();
        this.scripts = shared ? others.get() : new Scripts(settings);
        try {
            this.run = new Run(settings, offline, scripts.environment(), pool);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    History history() {
        if (history == null) {
            history = scripts.history();
        }
        return history;
    }

    /** Sees the scripts as a database with these rows does. */
    void see(Collection<String> rows, Collection<String> applied) {
        history = history().seenFrom(rows, applied);
    }

    /** The history, for work that makes no sense without one. */
    History requiredHistory() {
        if (history().graph().revisions().isEmpty() && history.repeatables().isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "no-scripts",
                    "there are no migration scripts in " + String.join(", ", Scripts.locations(settings)),
                    "Write the first one with: mvn db:revision -Ddb.message=\"create account\""));
        }
        return history;
    }

    /** Whether other runs use the same scripts. */
    boolean isShared() {
        return shared;
    }

    Plans plans() {
        return scripts.plans();
    }

    Run run() {
        return run;
    }

    Settings settings() {
        return settings;
    }

    ScriptWriting writing() {
        return new ScriptWriting(settings, run.options());
    }

    VersionRows rows(Dialect dialect) {
        String table = first(settings.versionTable(), run.options().versionTable(), VERSION_TABLE);
        String schema = first(settings.versionTableSchema(), run.options().versionTableSchema(), null);
        return new VersionRows(dialect, new Name(schema, table));
    }

    private static String first(Optional<String> said, Optional<String> written, String usual) {
        return said.isPresent() ? said.get() : written.orElse(usual);
    }

    Planner planner(Dialect dialect, Framing framing, Planner.Live live) {
        return new Planner(history(), () -> recorderOfUnread(dialect), dialect, rows(dialect), framing, live);
    }

    ScriptRecorder recorder(Dialect dialect) {
        history().readAll();
        return recorderOfUnread(dialect);
    }

    private ScriptRecorder recorderOfUnread(Dialect dialect) {
        return new ScriptRecorder(dialect, naming(dialect), offline, settings.x(), scripts.compiler());
    }

    private Naming naming(Dialect dialect) {
        return Naming.of(run.options().naming(), dialect.maxIdentifier());
    }

    /** What {@code env.groovy} says of comparisons. */
    Rules rules(Dialect dialect) {
        return run.options().rules(naming(dialect), settings.renames().orElse(rename -> Rename.Answer.UNDECIDED));
    }

    /** What the schema should be, on a dialect. */
    TargetMetadata target(Dialect dialect) {
        return new TargetMetadata(
                run.options().targets(),
                new TargetContext(
                        settings.directory(),
                        dialect,
                        naming(dialect),
                        recorder(dialect),
                        settings.classLoader(),
                        settings.classPath().orElse(List::of),
                        source -> new OtherDatabase(settings).schema(source)));
    }

    /** The dialect that is configured; Derby, Limbeck's own, where none is. */
    Dialect dialect() {
        return settings.offlineDialect().orElseGet(() -> Dialects.of("derby"));
    }

    /** What replaces some revisions, worked out for {@link #dialect}. */
    Squash squash() {
        return new Squash(history(), recorder(dialect()));
    }

    /** The scripts as recorded for {@link #dialect}. */
    Branches branches() {
        return new Branches(history(), recorder(dialect()));
    }

    @Override
    public void close() {
        if (!shared) {
            scripts.close();
        }
    }
}
