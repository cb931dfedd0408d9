package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The server behaves as one in real life: it asks for passwords, and who owns a database is no superuser. */
class PostgresIT {
    @Test
    void aWrongPasswordIsRefused() throws SQLException {
        try (var database = Databases.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theOwnerMayDoEverythingInTheDatabaseButIsNoSuperuser() throws SQLException {
        try (var database = Databases.POSTGRESQL.fresh()) {
            database.execute("create schema other", "create table other.t(id integer)");
            try (var connection = database.connect()) {
                assertThat(Rows.dump(connection, "pg_roles where rolname = current_user and rolsuper"))
                        .isEmpty();
            }
        }
    }

    @Test
    void aDroppedDatabaseIsGoneEvenWithASessionOpen() throws SQLException {
        var database = Databases.POSTGRESQL.fresh();
        var connection = database.connect();

        database.close();

        assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
        connection.close();
    }
}
