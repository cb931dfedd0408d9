package io.limbeck.dialect;

import io.limbeck.catalogue.Row;
import io.limbeck.sql.ScriptRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What a CREATE TABLE says (https://www.sqlite.org/lang_createtable.html). */
final class SqliteTable {

    private static final Set<String> RULES = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "FOREIGN",
            "ON");
    private static final Set<String> TABLE_RULES = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final ScriptRules rules;
    private final Row table;
    private final List<Row> columns = new ArrayList<>();
    private final List<Row> keys = new ArrayList<>();
    private final List<Row> checks = new ArrayList<>();
    private final List<Row> foreignKeys = new ArrayList<>();
    private int unnamed;

    /**
     * @param row tells schema and name
     */
    SqliteTable(Row row, String sql, ScriptRules rules) {
        this.rules = rules;
        this.table = Row.of("schema_name", row.required("schema_name"), "table_name", row.required("name"));
        SqliteWords words = new SqliteWords(sql, rules);
        words.seeks("(");
        for (String piece : words.list(rules)) {
            SqliteWords part = new SqliteWords(piece, rules);
            if (part.isAnyOf(TABLE_RULES)) {
                rules(part, null);
            } else {
                column(part);
            }
        }
        boolean withoutRowid = words.takes("WITHOUT", "ROWID") || words.seeks("WITHOUT");
        numberRows(withoutRowid);
    }

    String schema() {
        return table.required("schema_name");
    }

    List<Row> columns() {
        return columns;
    }

    List<Row> keys() {
        return keys;
    }

    List<Row> checks() {
        return checks;
    }

    /**
     * The foreign keys.
     *
     * @param keyOf the primary key of a table, for keys that name only the table
     */
    List<Row> foreignKeys(Function<String, List<String>> keyOf) {
        List<Row> complete = new ArrayList<>();
        int place = 0;
        for (Row row : foreignKeys) {
            boolean another = complete.isEmpty()
                    || !complete.get(complete.size() - 1).required("name").equals(row.required("name"));
            place = another ? 0 : place + 1;
            List<String> referred = keyOf.apply(row.required("referred_table"));
            complete.add(
                    row.text("referred_column").isPresent() || place >= referred.size()
                            ? row.with(
                                    "referred_column",
                                    row.text("referred_column").orElse("rowid"))
                            : row.with("referred_column", referred.get(place)));
        }
        return complete;
    }

    List<String> primaryKey() {
        return keys.stream()
                .filter(row -> row.flag("is_primary"))
                .map(row -> row.required("column_name"))
                .toList();
    }

    private void column(SqliteWords words) {
        String name = words.name();
        columns.add(
                table.with("name", name).with("data_type", words.until(RULES)).with("nullable", "true"));
        rules(words, name);
    }

    /** Changes the column that was read last. */
    private void tell(String label, String value) {
        columns.set(columns.size() - 1, columns.get(columns.size() - 1).with(label, value));
    }

    /** The rules at a column, or of the table where there is none. */
    private void rules(SqliteWords words, String column) {
        String name = null;
        while (words.hasNext()) {
            if (words.takes("CONSTRAINT")) {
                name = words.name();
                continue;
            }
            rule(words, column, name);
            name = null;
        }
    }

    private void rule(SqliteWords words, String column, String name) {
        if (words.takes("PRIMARY", "KEY")) {
            key(words, column, name, true);
            words.takes("ASC");
            words.takes("DESC");
        } else if (words.takes("UNIQUE")) {
            key(words, column, name, false);
        } else if (words.takes("NOT", "NULL")) {
            tell("nullable", "false");
        } else if (words.takes("CHECK")) {
            checks.add(table.with("name", named(name)).with("expression", words.parenthesised()));
        } else if (words.takes("DEFAULT")) {
            tell("default_value", words.value());
        } else if (words.takes("COLLATE")) {
            tell("collation", words.name());
        } else if (words.takes("FOREIGN", "KEY")) {
            List<String> columns = words.list(rules).stream().map(this::name).toList();
            words.takes("REFERENCES");
            reference(words, columns, named(name));
        } else if (words.takes("REFERENCES")) {
            reference(words, List.of(column), named(name));
        } else if (words.takes("AS") || words.takes("GENERATED", "ALWAYS", "AS")) {
            tell("computed", words.parenthesised());
            tell("stored", String.valueOf(words.takes("STORED")));
        } else if (words.takes("ON", "CONFLICT")) {
            words.next();
        } else {
            words.next();
        }
    }

    /** What nobody has named bears a name as the database's own indexes do. */
    private String named(String name) {
        return name != null ? name : "sqlite_unnamed_" + table.required("table_name") + "_" + ++unnamed;
    }

    private String name(String piece) {
        return new SqliteWords(piece, rules).name();
    }

    private void key(SqliteWords words, String column, String name, boolean primary) {
        List<String> over = column != null
                ? List.of(column)
                : words.list(rules).stream().map(this::name).toList();
        String own = named(name);
        for (String each : over) {
            keys.add(table.with("name", own).with("column_name", each).with("is_primary", String.valueOf(primary)));
        }
    }

    private void reference(SqliteWords words, List<String> columns, String name) {
        String referred = words.name();
        List<String> referredColumns = words.isAnyOf(Set.of("("))
                ? words.list(rules).stream().map(this::name).toList()
                : List.of();
        Row key = table.with("name", name).with("referred_schema", schema()).with("referred_table", referred);
        while (words.hasNext()) {
            if (words.takes("ON", "DELETE")) {
                key = key.with("on_delete", action(words));
            } else if (words.takes("ON", "UPDATE")) {
                key = key.with("on_update", action(words));
            } else if (words.takes("MATCH")) {
                words.next();
            } else if (words.takes("NOT", "DEFERRABLE")) {
                initially(words);
            } else if (words.takes("DEFERRABLE")) {
                key = key.with("deferrable", "true").with("deferred", String.valueOf(initially(words)));
            } else {
                break;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            foreignKeys.add(key.with("column_name", columns.get(i))
                    .with("referred_column", i < referredColumns.size() ? referredColumns.get(i) : null));
        }
    }

    private static boolean initially(SqliteWords words) {
        if (!words.takes("INITIALLY")) {
            return false;
        }
        return words.next().equalsIgnoreCase("DEFERRED");
    }

    private static String action(SqliteWords words) {
        String first = words.next().toLowerCase(Locale.ROOT);
        return first.equals("set") || first.equals("no")
                ? first + " " + words.next().toLowerCase(Locale.ROOT)
                : first;
    }

    /** A column of type INTEGER that is the whole key stands for the row's number (lang_createtable.html#rowid). */
    private void numberRows(boolean withoutRowid) {
        List<String> key = primaryKey();
        for (int i = 0; i < columns.size() && key.size() == 1 && !withoutRowid; i++) {
            Row column = columns.get(i);
            if (column.required("name").equalsIgnoreCase(key.get(0))
                    && column.required("data_type").equalsIgnoreCase("INTEGER")) {
                columns.set(i, column.with("identity", "BY DEFAULT").with("nullable", "false"));
            }
        }
    }
}
