package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.online.Progress;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A statement that waits for another session's lock")
class LockWaitIT {

    @TempDir
    Path folder;

    private void scripts() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1'
                upgrade { createTable('t') { column 'id', integer } }
                """);
        Files.writeString(migrations.resolve("b2.groovy"), """
                revision 'b2', down: 'a1'
                upgrade {
                    createTable('u') { column 'id', integer }
                    addColumn 't', 'name', varchar(20)
                }
                """);
    }

    private Limbeck limbeck(TestDatabase database, int retries, Progress progress) {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password())
                .lockWait(Duration.ofMillis(50))
                .lockRetries(retries)
                .progress(progress)
                .load();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL", "POSTGRESQL"})
    @DisplayName("lets the holder go first, and is tried again")
    void triesAgain(Databases kind) throws Exception {
        scripts();
        try (TestDatabase database = kind.fresh();
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            limbeck(database, 0, Progress.SILENT).upgrade("a1");
            holder.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            List<String> heard = new ArrayList<>();
            limbeck(database, 50, new Progress() {
                        @Override
                        public void lockedOut(String sql, int retry, int retries) {
                            heard.add(sql + " " + retry + "/" + retries);
                            end(holder);
                        }
                    })
                    .upgrade("b2");
            assertThat(heard)
                    .first()
                    .asString()
                    .startsWith("ALTER TABLE t ADD COLUMN name")
                    .endsWith("1/50");
        }
    }

    private static void end(Connection holder) {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, SET LOCK_TIMEOUT 7000, CALL LOCK_TIMEOUT(), 7000",
        "MARIADB, SET SESSION lock_wait_timeout = 7, SELECT @@SESSION.lock_wait_timeout, 7",
        "MYSQL, SET SESSION lock_wait_timeout = 7, SELECT @@SESSION.lock_wait_timeout, 7",
        "POSTGRESQL, SET lock_timeout = '7s', SHOW lock_timeout, 7s"
    })
    @DisplayName("fails when there is no other try, and the session waits as it did before")
    void fails(Databases kind, String set, String ask, String answer) throws Exception {
        scripts();
        try (TestDatabase database = kind.fresh();
                Connection holder = database.connect();
                Connection own = database.connect();
                Statement statement = holder.createStatement();
                Statement setting = own.createStatement()) {
            limbeck(database, 0, Progress.SILENT).upgrade("a1");
            holder.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            setting.execute(set);
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .connection(own)
                            .lockWait(Duration.ofMillis(50))
                            .lockRetries(kind == Databases.POSTGRESQL ? 1 : 0)
                            .load()
                            .upgrade("b2"))
                    .hasMessageContaining(
                            kind == Databases.POSTGRESQL
                                    ? "Rolled back: all of b2."
                                    : "1 of 2 statements of b2 stays done; the failed one was not.");
            try (var row = setting.executeQuery(ask)) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(answer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL", "POSTGRESQL"})
    @DisplayName("is given up when it takes longer than it may, and the next run does it")
    void takesTooLong(Databases kind) throws Exception {
        scripts();
        try (TestDatabase database = kind.fresh();
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            limbeck(database, 0, Progress.SILENT).upgrade("a1");
            holder.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .url(database.url())
                            .username(database.username())
                            .password(database.password())
                            .lockWait(Duration.ZERO)
                            .statementTimeout(Duration.ofSeconds(1))
                            .load()
                            .upgrade("b2"))
                    .hasMessageContaining(
                            kind == Databases.POSTGRESQL
                                    ? "Rolled back: all of b2."
                                    : "1 of 2 statements of b2 stays done; ");
            holder.rollback();
            limbeck(database, 0, Progress.SILENT).upgrade("b2");
        }
    }

    /** Giving up would leave an index that is of no use, and whose name is taken. */
    @Test
    @DisplayName("waits as long as it takes where it makes an index concurrently")
    void waitsForConcurrentIndex() throws Exception {
        scripts();
        Files.writeString(folder.resolve("migrations/c3.groovy"), """
                revision 'c3', down: 'b2'
                upgrade {
                    autocommit { createIndex 't', 'name', name: 'ix_name', concurrently: true }
                    addColumn 't', 'note', varchar(20)
                }
                """);
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Connection holder = database.connect();
                Connection onlooker = database.connect();
                Statement statement = holder.createStatement()) {
            limbeck(database, 0, Progress.SILENT).upgrade("b2");
            holder.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            CompletableFuture<?> migration = CompletableFuture.runAsync(
                    () -> limbeck(database, 0, Progress.SILENT).upgrade("c3"));
            while (!migration.isDone() && !hasWaitedLong(onlooker)) {
                Thread.onSpinWait();
            }
            holder.rollback();
            migration.join();
        }
    }

    /** Whether an index has been waiting for four times as long as statements may. */
    private static boolean hasWaitedLong(Connection onlooker) throws SQLException {
        try (Statement query = onlooker.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'"
                        + " AND datname = current_database() AND clock_timestamp() - query_start > '200 ms'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    @Test
    @DisplayName("is not even sent where a pooler lets two connections share a session")
    void pooled() throws Exception {
        scripts();
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Connection server = database.connect()) {
            var pool = (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> shared(server));
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .dataSource(pool)
                            .load()
                            .upgrade("heads"))
                    .hasMessageContaining("a pooler that changes the server's session underneath");
        }
    }

    /** A connection that only seems to be closed. */
    private static Connection shared(Connection server) {
        return (Connection) Proxy.newProxyInstance(
                LockWaitIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(server, arguments));
    }
}
