package io.limbeck.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One empty database for one test; closing it throws it away.
 *
 * @param kind which database it is
 * @param url its JDBC URL, without credentials
 * @param username who owns it
 * @param password the owner's password, empty where the database asks for none
 */
public record TestDatabase(Databases kind, String url, String username, String password) implements AutoCloseable {
    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Runs SQL statements one after the other, each committed by itself. */
    public void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        kind.dispose(this);
    }

    @Override
    public String toString() {
        return url;
    }
}
