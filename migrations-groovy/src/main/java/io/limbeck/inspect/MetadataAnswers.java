package io.limbeck.inspect;

import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What JDBC's metadata answer, for databases whose dialect has no query of its own. They tell keys and indexes only table
 * by table, and nothing of checks, sequences and computed columns.
 */
final class MetadataAnswers {

    private final DatabaseMetaData data;
    private final boolean inCatalogs;
    private final List<String> schemas;

    MetadataAnswers(DatabaseMetaData data, boolean inCatalogs, List<String> schemas) {
        this.data = data;
        this.inCatalogs = inCatalogs;
        this.schemas = schemas;
    }

    /**
     * The rows of an answer.
     *
     * @param known answers to the questions before it; keys are asked for table by table
     */
    List<Row> to(Question question, Map<Question, List<Row>> known) throws SQLException {
        List<Row> rows = new ArrayList<>();
        switch (question) {
            case SCHEMAS -> {
                try (ResultSet found = inCatalogs ? data.getCatalogs() : data.getSchemas()) {
                    while (found.next()) {
                        rows.add(Row.of("name", found.getString(inCatalogs ? "TABLE_CAT" : "TABLE_SCHEM")));
                    }
                }
            }
            case TABLES -> {
                for (String schema : schemas) {
                    rows.addAll(tables(schema));
                }
            }
            case COLUMNS -> {
                for (String schema : schemas) {
                    rows.addAll(columns(schema));
                }
            }
            case KEYS, FOREIGN_KEYS, INDEXES -> {
                for (Row table : known.get(Question.TABLES)) {
                    rows.addAll(hangingOn(table, question));
                }
            }
            case CHECKS, EXCLUSIONS, SEQUENCES, VIEWS, ENUMS -> {
                // JDBC tells nothing of them
            }
        }
        return rows;
    }

    private String catalog(String schema) {
        return inCatalogs ? schema : null;
    }

    private String pattern(String schema) throws SQLException {
        return inCatalogs ? null : escaped(schema);
    }

    private String escaped(String stored) throws SQLException {
        return CatalogueNames.pattern(data, stored);
    }

    private List<Row> tables(String schema) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = data.getTables(catalog(schema), pattern(schema), null, null)) {
            while (found.next()) {
                String kind = found.getString("TABLE_TYPE");
                if (kind.equals("TABLE") || kind.equals("BASE TABLE")) {
                    rows.add(Row.of(
                            "schema_name",
                            schema,
                            "name",
                            found.getString("TABLE_NAME"),
                            "comment",
                            found.getString("REMARKS")));
                }
            }
        }
        return rows;
    }

    private List<Row> columns(String schema) throws SQLException {
        record Placed(String table, int position, Row row) {}
        List<Placed> rows = new ArrayList<>();
        try (ResultSet found = data.getColumns(catalog(schema), pattern(schema), null, null)) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                boolean counts = "YES".equals(found.getString("IS_AUTOINCREMENT"));
                String type = type(
                        found.getString("TYPE_NAME"),
                        found.getInt("DATA_TYPE"),
                        found.getInt("COLUMN_SIZE"),
                        found.getInt("DECIMAL_DIGITS"));
                Row row = Row.of("schema_name", schema, "table_name", table, "name", found.getString("COLUMN_NAME"))
                        .with("data_type", type)
                        .with("nullable", String.valueOf(found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls))
                        .with("default_value", found.getString("COLUMN_DEF"))
                        .with("identity", counts ? "BY DEFAULT" : null)
                        .with("comment", found.getString("REMARKS"));
                rows.add(new Placed(table, found.getInt("ORDINAL_POSITION"), row));
            }
        }
        return rows.stream()
                .sorted(Comparator.comparing(Placed::table).thenComparing(Placed::position))
                .map(Placed::row)
                .toList();
    }

    /** The type's name with the numbers that belong to it; {@code () FOR BIT DATA} takes its length inside. */
    private static String type(String name, int jdbcType, int size, int digits) {
        boolean sized = switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
                size < 100_000;
            default -> false;
        };
        if (name.contains("()")) {
            return name.replace("()", "(" + size + ")");
        }
        if (jdbcType == Types.DECIMAL || jdbcType == Types.NUMERIC) {
            return size < 1_000 ? name + "(" + size + ", " + digits + ")" : name;
        }
        return sized ? name + "(" + size + ")" : name;
    }

    private List<Row> hangingOn(Row table, Question question) throws SQLException {
        String schema = table.values().get("schema_name");
        String name = table.required("name");
        return switch (question) {
            case KEYS -> primaryKey(schema, name);
            case FOREIGN_KEYS -> foreignKeys(schema, name);
            default -> indexes(schema, name);
        };
    }

    private List<Row> primaryKey(String schema, String table) throws SQLException {
        record Placed(int position, Row row) {}
        List<Placed> rows = new ArrayList<>();
        try (ResultSet found = data.getPrimaryKeys(catalog(schema), inCatalogs ? null : schema, table)) {
            while (found.next()) {
                Row row = Row.of("schema_name", schema, "table_name", table, "is_primary", "true")
                        .with("name", named(found.getString("PK_NAME"), "pk_" + table))
                        .with("column_name", found.getString("COLUMN_NAME"));
                rows.add(new Placed(found.getInt("KEY_SEQ"), row));
            }
        }
        return rows.stream()
                .sorted(Comparator.comparing(Placed::position))
                .map(Placed::row)
                .toList();
    }

    private static String named(String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    private List<Row> foreignKeys(String schema, String table) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = data.getImportedKeys(catalog(schema), inCatalogs ? null : schema, table)) {
            while (found.next()) {
                int deferral = found.getInt("DEFERRABILITY");
                rows.add(Row.of("schema_name", schema, "table_name", table)
                        .with("name", named(found.getString("FK_NAME"), "fk_" + table + "_" + rows.size()))
                        .with("column_name", found.getString("FKCOLUMN_NAME"))
                        .with("referred_schema", found.getString(inCatalogs ? "PKTABLE_CAT" : "PKTABLE_SCHEM"))
                        .with("referred_table", found.getString("PKTABLE_NAME"))
                        .with("referred_column", found.getString("PKCOLUMN_NAME"))
                        .with("on_delete", action(found.getInt("DELETE_RULE")))
                        .with("on_update", action(found.getInt("UPDATE_RULE")))
                        .with("deferrable", String.valueOf(deferral != DatabaseMetaData.importedKeyNotDeferrable))
                        .with("deferred", String.valueOf(deferral == DatabaseMetaData.importedKeyInitiallyDeferred)));
            }
        }
        return rows;
    }

    private static String action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> "cascade";
            case DatabaseMetaData.importedKeySetNull -> "set null";
            case DatabaseMetaData.importedKeySetDefault -> "set default";
            case DatabaseMetaData.importedKeyRestrict -> "restrict";
            default -> "no action";
        };
    }

    private List<Row> indexes(String schema, String table) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = data.getIndexInfo(catalog(schema), inCatalogs ? null : schema, table, false, true)) {
            while (found.next()) {
                if (found.getString("INDEX_NAME") != null && found.getString("COLUMN_NAME") != null) {
                    rows.add(Row.of("schema_name", schema, "table_name", table)
                            .with("name", found.getString("INDEX_NAME"))
                            .with("part", found.getString("COLUMN_NAME"))
                            .with("is_unique", String.valueOf(!found.getBoolean("NON_UNIQUE")))
                            .with("is_descending", String.valueOf("D".equals(found.getString("ASC_OR_DESC")))));
                }
            }
        }
        return rows;
    }
}
