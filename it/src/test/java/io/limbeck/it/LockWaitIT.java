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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    @EnumSource(names = {"POSTGRESQL", "H2"})
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

    @Test
    @DisplayName("fails when there is no other try, and the session waits as it did before")
    void fails() throws Exception {
        scripts();
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Connection holder = database.connect();
                Connection own = database.connect();
                Statement statement = holder.createStatement();
                Statement setting = own.createStatement()) {
            limbeck(database, 0, Progress.SILENT).upgrade("a1");
            holder.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            setting.execute("set lock_timeout = '7s'");
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .connection(own)
                            .lockWait(Duration.ofMillis(50))
                            .lockRetries(1)
                            .load()
                            .upgrade("b2"))
                    .hasMessageContaining("SQLSTATE 55P03")
                    .hasMessageContaining("Rolled back: all of b2.");
            try (var row = setting.executeQuery("show lock_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("7s");
            }
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
