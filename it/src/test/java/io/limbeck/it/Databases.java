package io.limbeck.it;

import io.limbeck.it.client.H2RunScript;
import io.limbeck.it.client.Ij;
import io.limbeck.it.client.MariadbClient;
import io.limbeck.it.client.Psql;
import io.limbeck.it.client.ScriptClient;
import io.limbeck.it.client.SqlTool;
import io.limbeck.it.client.Sqlite3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that tests run on; as an enum, it is what {@code @EnumSource} wants. */
public enum Databases {
    /** In memory, in this process. */
    DERBY(new Ij()) {
        @Override
        public TestDatabase fresh() {
            return new TestDatabase(this, "jdbc:derby:memory:" + newName() + ";create=true", "app", "");
        }

        @Override
        void dispose(TestDatabase database) throws SQLException {
            var drop = database.url().replace("create=true", "drop=true");
            try (var connection = DriverManager.getConnection(drop)) {
                throw new IllegalStateException(
                        connection + " should have been refused: Derby answers a drop with 08006");
            } catch (SQLException answer) {
                if (!"08006".equals(answer.getSQLState()) && !"XJ004".equals(answer.getSQLState())) {
                    throw answer;
                }
            }
        }
    },

    /** In memory, in this process. */
    H2(new H2RunScript()) {
        @Override
        public TestDatabase fresh() {
            return new TestDatabase(this, "jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }

        @Override
        void dispose(TestDatabase database) throws SQLException {
            database.execute("shutdown");
        }
    },

    /** In memory, in this process. */
    HSQLDB(new SqlTool()) {
        @Override
        public TestDatabase fresh() {
            return new TestDatabase(this, "jdbc:hsqldb:mem:" + newName(), "SA", "");
        }

        @Override
        void dispose(TestDatabase database) throws SQLException {
            database.execute("shutdown");
        }
    },

    /** A real server, started once; tests are skipped where there is no binary of it. */
    MARIADB(new MariadbClient()) {
        @Override
        public TestDatabase fresh() {
            return Mariadb.SERVER.freshDatabase(this);
        }

        @Override
        void dispose(TestDatabase database) {
            Mariadb.SERVER.drop(database);
        }
    },

    /** A real server, started once; tests are skipped where there is no binary of it or it lacks a library. */
    MYSQL(new MariadbClient()) {
        @Override
        public TestDatabase fresh() {
            return Mysql.SERVER.freshDatabase(this);
        }

        @Override
        void dispose(TestDatabase database) {
            Mysql.SERVER.drop(database);
        }
    },

    /** A real server, started once; tests are skipped where there is no binary of it. */
    POSTGRESQL(new Psql()) {
        @Override
        public TestDatabase fresh() {
            return Postgres.freshDatabase();
        }

        @Override
        void dispose(TestDatabase database) throws SQLException {
            Postgres.drop(database);
        }
    },

    /** A file, in this process. */
    SQLITE(new Sqlite3()) {
        @Override
        public TestDatabase fresh() {
            Path file = Path.of(System.getProperty("java.io.tmpdir"), newName() + ".db");
            return new TestDatabase(this, "jdbc:sqlite:" + file, "", "");
        }

        @Override
        void dispose(TestDatabase database) {
            try {
                Files.deleteIfExists(Path.of(database.url().substring("jdbc:sqlite:".length())));
            } catch (IOException open) {
                throw new UncheckedIOException(open);
            }
        }
    };

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private final ScriptClient client;

    Databases(ScriptClient client) {
        this.client = client;
    }

    /** The name by which Limbeck knows the dialect. */
    public String dialect() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The database's own command line client. */
    public ScriptClient client() {
        return client;
    }

    /** A new, empty database, to be closed after the test. */
    public abstract TestDatabase fresh();

    abstract void dispose(TestDatabase database) throws SQLException;

    /** A name that no database of this process has had. */
    static String newName() {
        return "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    }
}
