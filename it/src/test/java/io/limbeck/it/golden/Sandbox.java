package io.limbeck.it.golden;

import io.limbeck.golden.Outcome.Sent;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A connection whose current schema is new and empty; many of them share one database. */
final class Sandbox implements AutoCloseable {

    private final Connection connection;
    private final String schema;

    private Sandbox(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    static Sandbox in(TestDatabase database, String schema) throws SQLException {
        Sandbox sandbox = new Sandbox(database.connect(), schema);
        sandbox.execute("create schema " + schema);
        sandbox.enter(schema);
        return sandbox;
    }

    private void enter(String name) throws SQLException {
        boolean path = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        execute((path ? "set search_path to " : "set schema ") + name);
    }

    private String folded(String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sends what a plan would send; code is left out. */
    void send(List<Sent> statements) throws SQLException {
        for (Sent sent : statements) {
            if (sent.statement() instanceof Statement.Sql sql) {
                send(sql.text());
            } else if (sent.statement() instanceof Statement.Rows rows) {
                for (String insert : rows.inserts().toList()) {
                    send(insert);
                }
            }
        }
    }

    private void send(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\n" + sql, refused.getSQLState(), refused);
        }
    }

    /** The catalogue of the current schema, then of others. */
    String catalogue(Collection<String> others) throws SQLException {
        StringBuilder text = new StringBuilder(text());
        for (String other : others) {
            enter('"' + (other.equals(other.toLowerCase(Locale.ROOT)) ? folded(other) : other) + '"');
            text.append("schema ").append(other).append('\n').append(text());
        }
        enter(schema);
        return text.toString()
                .replace('"' + schema.toUpperCase(Locale.ROOT) + "\".", "")
                .replaceAll("(?i)\\b" + schema + "\\.", "")
                .replaceAll("CAST\\(('?)(\\w+)\\1 AS [A-Z ]+(\\(\\d+\\))?\\)", "$1$2$1");
    }

    private String text() throws SQLException {
        return Catalogue.of(connection).sortingColumns().text();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
