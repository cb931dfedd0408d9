package io.limbeck.it.golden;

import io.limbeck.dialect.Dialect;
import io.limbeck.inspect.Inspection;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.kit.Scratch;
import io.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A schema of its own in a database that many of them share. */
public final class Sandbox extends Scratch {

    private final String schema;

    private final TestDatabase database;

    private Sandbox(Connection connection, String schema, TestDatabase database) {
        super(connection);
        this.schema = schema;
        this.database = database;
    }

    /**
     * @param alone whether the database goes with it
     */
    public static Sandbox in(TestDatabase database, String schema, boolean alone) throws SQLException {
        if (database.kind() == Databases.SQLITE) {
            return new Sandbox(DriverManager.getConnection("jdbc:sqlite::memory:"), schema, null);
        }
        Sandbox sandbox = new Sandbox(database.connect(), schema, alone ? database : null);
        sandbox.execute("create schema " + schema);
        sandbox.enter(schema);
        return sandbox;
    }

    /** A schema of its own, which goes with the database. */
    public static Sandbox in(TestDatabase database, String schema) throws SQLException {
        return in(database, schema, false);
    }

    private void enter(String name) throws SQLException {
        execute(switch (connection().getMetaData().getDatabaseProductName()) {
                    case "PostgreSQL" -> "set search_path to ";
                    case "MariaDB", "MySQL" -> "use ";
                    default -> "set schema ";
                }
                + name);
    }

    private String folded(String name) throws SQLException {
        return connection().getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    @Override
    public String catalogue(Collection<String> others) throws SQLException {
        StringBuilder text = new StringBuilder(text());
        for (String other : others) {
            var quote = connection().getMetaData().getIdentifierQuoteString();
            enter(quote + (other.equals(other.toLowerCase(Locale.ROOT)) ? folded(other) : other) + quote);
            text.append("schema ").append(other).append('\n').append(text());
        }
        if (!others.isEmpty()) {
            enter(schema);
        }
        return text.toString()
                .replace('"' + schema.toUpperCase(Locale.ROOT) + "\".", "")
                .replaceAll("(?i)\\b" + schema + "\\.", "")
                .replaceAll("CAST\\(('?)(\\w+)\\1 AS [A-Z ]+(\\(\\d+\\))?\\)", "$1$2$1");
    }

    /** Drops schemas that are the whole server's rather than this database's. */
    public void forget(Collection<String> schemas) throws SQLException {
        if (!connection().getMetaData().supportsSchemasInTableDefinitions()) {
            for (String each : schemas) {
                execute("drop schema if exists `" + each + "`");
            }
        }
    }

    /** The schema as Limbeck's own inspection reads it, with others. */
    public Schema inspected(Dialect dialect, Collection<String> others) {
        return new Inspection(connection(), dialect).schema(others, List.of());
    }

    private String text() throws SQLException {
        return Catalogue.of(connection()).sortingColumns().text();
    }

    @Override
    public void close() throws SQLException {
        super.close();
        if (database != null) {
            database.close();
        }
    }
}
