package io.limbeck;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.environment.Run;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.merge.Branches;
import io.limbeck.plan.Framing;
import io.limbeck.plan.History;
import io.limbeck.plan.Planner;
import io.limbeck.plan.VersionRows;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptFolders;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.squash.Squash;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The scripts and the environment as one call finds them. */
final class Workspace implements AutoCloseable {

    private static final String VERSION_TABLE = "db_version";

    private final Settings settings;
    private final boolean offline;
    private final ScriptFolders folders;
    private final GroovyScripts compiler;
    private History history;
    private final Run run;

    /**
     * @param offline whether SQL is to be written
     */
    Workspace(Settings settings, boolean offline) {
        this.settings = settings;
        this.offline = offline;
        this.folders = new ScriptFolders(settings.classLoader());
        this.compiler = new GroovyScripts(settings.classLoader(), settings.scriptCache());
        try {
            this.history = new History(folders.scripts(locations(settings)));
            this.run = new Run(settings, offline, compiler);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** The folder of migrations, and the other locations; with others given, it need not exist. */
    private static List<String> locations(Settings settings) {
        List<String> locations = new ArrayList<>();
        if (settings.locations().isEmpty() || Files.isDirectory(settings.migrations())) {
            locations.add(settings.migrations().toString());
        }
        locations.addAll(settings.locations());
        return locations;
    }

    History history() {
        return history;
    }

    /** Sees the scripts as a database with these rows does. */
    void see(Collection<String> rows, Collection<String> applied) {
        history = history.seenFrom(rows, applied);
    }

    /** The history, for work that makes no sense without one. */
    History requiredHistory() {
        if (history.graph().revisions().isEmpty() && history.repeatables().isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "no-scripts",
                    "there are no migration scripts in " + String.join(", ", locations(settings)),
                    "Write the first one with: mvn db:revision -Ddb.message=\"create account\""));
        }
        return history;
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
        String table =
                settings.versionTable().or(() -> run.options().versionTable()).orElse(VERSION_TABLE);
        Optional<String> schema =
                settings.versionTableSchema().or(() -> run.options().versionTableSchema());
        return new VersionRows(dialect, new Name(schema.orElse(null), table));
    }

    Planner planner(Dialect dialect, Framing framing, Planner.Live live) {
        return new Planner(history, () -> recorder(dialect), dialect, rows(dialect), framing, live);
    }

    private ScriptRecorder recorder(Dialect dialect) {
        history.readAll();
        Naming naming = Naming.of(run.options().naming(), dialect.maxIdentifier());
        return new ScriptRecorder(dialect, naming, offline, settings.x(), compiler);
    }

    /** The dialect that is configured; Derby, Limbeck's own, where none is. */
    private Dialect dialect() {
        return settings.offlineDialect().orElseGet(() -> Dialects.of("derby"));
    }

    /** What replaces some revisions, worked out for {@link #dialect}. */
    Squash squash() {
        return new Squash(history, recorder(dialect()));
    }

    /** The scripts as recorded for {@link #dialect}. */
    Branches branches() {
        return new Branches(history, recorder(dialect()));
    }

    @Override
    public void close() {
        compiler.close();
        folders.close();
    }
}
