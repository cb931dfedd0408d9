package io.limbeck.it;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.it.client.ScriptClient.Outcome;
import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A folder of scripts and the database they are for.
 *
 * @param directory the folder that holds {@code migrations}
 */
public record Project(Path directory, TestDatabase database) {
    private static final String VERSION_TABLE = "db_version";

    /** The folder of the scripts themselves. */
    public Path migrations() {
        return directory.resolve("migrations");
    }

    /** Limbeck's settings for both. */
    public Configuration configuration() {
        return Limbeck.configure()
                .directory(directory)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    /** Limbeck for both. */
    public Limbeck limbeck() {
        return configuration().load();
    }

    /** What Limbeck writes for a run, knowing the dialect alone. */
    public String sql(Direction direction, String range) {
        return sql(direction, range, Progress.SILENT);
    }

    /** What Limbeck warns of when it writes an upgrade. */
    public List<String> warningsOfWriting(String range) {
        var told = new Warnings();
        sql(Direction.UPGRADE, range, told);
        return told.heard();
    }

    /** What Limbeck writes for a database in any state. */
    public String idempotentSql(Direction direction, String range) {
        return sql(direction, range, Progress.SILENT, true);
    }

    private String sql(Direction direction, String range, Progress progress) {
        return sql(direction, range, progress, false);
    }

    private String sql(Direction direction, String range, Progress progress, boolean idempotent) {
        var script = new StringWriter();
        Limbeck.configure()
                .directory(directory)
                .dialect(database.kind().dialect())
                .idempotent(idempotent)
                .progress(progress)
                .load()
                .sql(direction, range, script);
        return script.toString();
    }

    /** Writes a run as a script, and has the database's own client run it. */
    public void runByClient(Direction direction, String range) throws IOException {
        runByClient(sql(direction, range)).orFail();
    }

    /** Has the database's own client run a script. */
    public Outcome runByClient(String script) throws IOException {
        var file = Files.writeString(Files.createTempFile(directory, "script", ".sql"), script);
        return database.kind().client().run(database, file);
    }

    /** The database's catalogue, but for the version table. */
    public Catalogue catalogue() throws SQLException {
        try (var connection = database.connect()) {
            return Catalogue.of(connection).without(VERSION_TABLE);
        }
    }

    /** The version table's rows, but for times, user and duration. */
    public String versionRows() throws SQLException {
        return rows(VERSION_TABLE, "applied_at", "applied_by", "duration_ms");
    }

    /** A table's rows as {@link Rows} tells them. */
    public String rows(String table, String... exceptColumns) throws SQLException {
        try (var connection = database.connect()) {
            return Rows.dump(connection, table, exceptColumns);
        }
    }
}
