package io.limbeck.dialect;

import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * DDL that is sent only if something is there, or only if it is not: a prepared statement that is chosen by a question
 * to the catalogue, since nothing else decides outside a routine (MySQL Reference Manual, "Prepared Statements").
 */
final class Conditional {

    private static final String NOTHING = "DO 0";

    private Conditional() {}

    static List<String> unlessColumn(Dialect dialect, Name table, String column, String ddl) {
        return chosen(dialect, there(dialect, "columns", table, "column_name", column), NOTHING, ddl);
    }

    static List<String> ifColumn(Dialect dialect, Name table, String column, String ddl) {
        return chosen(dialect, there(dialect, "columns", table, "column_name", column), ddl, NOTHING);
    }

    static List<String> unlessIndex(Dialect dialect, Name table, String index, String ddl) {
        return chosen(dialect, there(dialect, "statistics", table, "index_name", index), NOTHING, ddl);
    }

    static List<String> ifIndex(Dialect dialect, Name table, String index, String ddl) {
        return chosen(dialect, there(dialect, "statistics", table, "index_name", index), ddl, NOTHING);
    }

    static List<String> ifConstraint(Dialect dialect, Name table, String constraint, List<String> ddl) {
        String there = there(dialect, "table_constraints", table, "constraint_name", constraint);
        return ddl.stream()
                .flatMap(statement -> chosen(dialect, there, statement, NOTHING).stream())
                .toList();
    }

    /** Drops a schema that is empty; of another, the server is told a name that says why it is not found. */
    static List<String> ifEmpty(Dialect dialect, String schema, String ddl) {
        return chosen(
                dialect,
                "SELECT 1 FROM information_schema.tables WHERE table_schema = " + literal(dialect, schema),
                "DROP SCHEMA " + dialect.quote(schema + " is not empty, so it"),
                ddl);
    }

    private static String there(Dialect dialect, String catalogue, Name table, String kind, String name) {
        return "SELECT 1 FROM information_schema." + catalogue + " WHERE table_schema = "
                + (table.schema() == null ? "DATABASE()" : literal(dialect, table.schema()))
                + " AND table_name = " + literal(dialect, table.value()) + " AND " + kind + " = "
                + literal(dialect, name);
    }

    private static List<String> chosen(Dialect dialect, String question, String then, String otherwise) {
        List<String> statements = new ArrayList<>();
        statements.add("SET @limbeck = IF(EXISTS (" + question + "),\n    " + literal(dialect, then) + ",\n    "
                + literal(dialect, otherwise) + ")");
        statements.add("PREPARE limbeck FROM @limbeck");
        statements.add("EXECUTE limbeck");
        statements.add("DEALLOCATE PREPARE limbeck");
        return statements;
    }

    private static String literal(Dialect dialect, String text) {
        return dialect.literal(new Literal(text));
    }
}
