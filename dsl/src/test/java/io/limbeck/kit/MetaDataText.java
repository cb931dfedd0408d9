package io.limbeck.kit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The tables of a connection's schema as JDBC's metadata tell them, sorted. Names that a database makes up are left out,
 * and two alike are told once, since an index may come with a foreign key or not.
 */
final class MetaDataText {

    private final DatabaseMetaData data;
    private final String catalog;
    private final String schema;
    private final List<String> lines = new ArrayList<>();

    private MetaDataText(Connection connection) throws SQLException {
        this.data = connection.getMetaData();
        this.catalog = connection.getCatalog();
        this.schema = connection.getSchema();
    }

    static String of(Connection connection) throws SQLException {
        MetaDataText text = new MetaDataText(connection);
        TreeSet<String> tables = new TreeSet<>();
        try (ResultSet rows = text.data.getTables(text.catalog, text.schema, "%", null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        for (String table : tables) {
            text.table(table);
        }
        return String.join("\n", text.lines);
    }

    private void table(String name) throws SQLException {
        lines.add("table " + name);
        rows(
                data.getColumns(catalog, schema, name, "%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "IS_NULLABLE",
                "COLUMN_DEF",
                "IS_AUTOINCREMENT",
                "REMARKS");
        rows(data.getPrimaryKeys(catalog, schema, name), "KEY_SEQ", "COLUMN_NAME");
        rows(
                data.getImportedKeys(catalog, schema, name),
                "KEY_SEQ",
                "FKCOLUMN_NAME",
                "PKTABLE_NAME",
                "PKCOLUMN_NAME",
                "DELETE_RULE",
                "UPDATE_RULE",
                "DEFERRABILITY");
        rows(
                data.getIndexInfo(catalog, schema, name, false, true),
                "NON_UNIQUE",
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "ASC_OR_DESC");
    }

    private void rows(ResultSet answer, String... labels) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (answer) {
            while (answer.next()) {
                StringBuilder line = new StringBuilder("  ").append(labels[0]);
                for (String label : labels) {
                    line.append(' ').append(answer.getString(label));
                }
                found.add(line.toString());
            }
        }
        lines.addAll(found);
    }
}
