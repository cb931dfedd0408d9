package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The version table")
class VersionTableIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void oneRevision() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                migrations.resolve("a1.groovy"),
                "revision 'a1'\nupgrade {\n    createTable('t') { column 'id', integer, primaryKey: true }\n}\n");
    }

    private Configuration configuration(TestDatabase database, String schema) {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password())
                .schema(schema);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Databases.class,
            names = {"DERBY", "H2", "HSQLDB", "POSTGRESQL"})
    @DisplayName("is found in a schema however it is called")
    void isFoundInEverySchema(Databases kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            for (String schema : List.of("tenant", "TENANT_2", "Odd \"one")) {
                send(database, "CREATE SCHEMA \"" + schema.replace("\"", "\"\"") + "\"");
                Limbeck limbeck = configuration(database, schema).load();
                assertThat(limbeck.upgrade("heads").steps()).hasSize(1);
                assertThat(limbeck.upgrade("heads").steps()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Databases.class,
            names = {"DERBY", "H2", "HSQLDB", "POSTGRESQL"})
    @DisplayName("may have a schema and a name of its own, whatever their case")
    void mayHaveASchemaOfItsOwn(Databases kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            send(database, "CREATE SCHEMA \"Odd one\"");
            Configuration configuration =
                    configuration(database, null).versionTableSchema("Odd one").versionTable("Versions of t");
            assertThat(configuration.load().upgrade("heads").steps()).hasSize(1);
            assertThat(configuration.load().upgrade("heads").steps()).isEmpty();
            assertThat(configuration(database, null).load().current()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    @DisplayName("is looked for in an open transaction, which goes on where there is none")
    void isLookedForInATransaction(Databases kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            send(database, "CREATE TABLE kept (id INTEGER)");
            for (String table : List.of("db_version", "Versions of t")) {
                try (Connection connection = database.connect()) {
                    Limbeck limbeck = Limbeck.configure()
                            .directory(folder)
                            .connection(connection)
                            .versionTable(table)
                            .load();
                    connection.setAutoCommit(false);
                    send(connection, "INSERT INTO kept VALUES (1)");
                    assertThat(limbeck.current()).isEmpty();
                    connection.commit();
                }
            }
            assertThat(kept(database)).isEqualTo(2);
            Configuration configuration = configuration(database, null).versionTable("Versions of t");
            assertThat(configuration.load().upgrade("heads").steps()).hasSize(1);
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                assertThat(Limbeck.configure()
                                .directory(folder)
                                .connection(connection)
                                .versionTable("Versions of t")
                                .load()
                                .current())
                        .hasSize(1);
                connection.rollback();
            }
        }
    }

    @Test
    @DisplayName("of another schema on the search path is another's")
    void ofAnotherSchemaIsAnothers() throws SQLException {
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            configuration(database, null).load().upgrade("heads");
            send(database, "CREATE SCHEMA tenant");
            try (Connection connection = database.connect()) {
                Limbeck limbeck = Limbeck.configure()
                        .directory(folder)
                        .connection(connection)
                        .load();
                send(connection, "SET search_path TO tenant, public");
                assertThat(limbeck.current()).isEmpty();
                assertThat(limbeck.upgrade("heads").steps()).hasSize(1);
                assertThat(limbeck.current()).map(RevisionStatus::current).containsExactly(true);
            }
        }
    }

    private static int kept(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT COUNT(*) FROM kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void send(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            send(connection, sql);
        }
    }

    private static void send(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
