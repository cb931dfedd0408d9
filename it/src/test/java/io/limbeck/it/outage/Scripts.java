package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A folder of scripts, and a database that they have trouble with. */
record Scripts(Path folder, TestDatabase database) {

    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    Scripts script(String id, String header, String body) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                migrations.resolve(id + ".groovy"),
                "revision '" + id + "', " + header + "message: ''\nupgrade {\n" + body.strip() + "\n}\n");
        return this;
    }

    Configuration configuration() {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password())
                .lockWait(Duration.ZERO)
                .lockTimeout(Duration.ofSeconds(20));
    }

    Limbeck limbeck() {
        return configuration().load();
    }

    /** Runs to the end, and looks what is there. */
    void completes(String row, String... tables) throws SQLException {
        limbeck().upgrade("heads");
        try (Connection connection = database.connect();
                Statement query = connection.createStatement()) {
            var found = query.executeQuery("select * from db_version where revision = 'b2'");
            found.next();
            assertThat("b2 " + found.getString("status") + " " + found.getInt("statements_done") + "/"
                            + found.getInt("statements"))
                    .isEqualTo(row);
            assertThat(found.getString("journal")).isNull();
            String catalogue =
                    Catalogue.of(connection).without("db_version").text().toLowerCase(java.util.Locale.ROOT);
            for (String table : tables) {
                assertThat(catalogue).contains("table " + table + "\n");
            }
        }
    }

    long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits for the session of a run to wait for another's lock; its number. */
    long waiting(CompletableFuture<?> run) throws SQLException {
        String query = database.kind() == Databases.POSTGRESQL
                ? "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                : "select id from information_schema.processlist where db = database()"
                        + " and state = 'Waiting for table metadata lock'";
        long deadline = System.nanoTime() + PATIENCE;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline && !run.isDone()) {
                try (var row = statement.executeQuery(query)) {
                    if (row.next()) {
                        return row.getLong(1);
                    }
                }
            }
        }
        throw new IllegalStateException("nobody waits: " + run);
    }

    /** Has the server cut the session of a run that waits. */
    void cut(CompletableFuture<?> run) throws SQLException {
        long session = waiting(run);
        database.execute(
                database.kind() == Databases.POSTGRESQL
                        ? "select pg_terminate_backend(" + session + ")"
                        : "kill " + session);
    }

    /** How a run failed. */
    static LimbeckException report(CompletableFuture<?> run) {
        return (LimbeckException)
                catchThrowableOfType(CompletionException.class, run::join).getCause();
    }
}
