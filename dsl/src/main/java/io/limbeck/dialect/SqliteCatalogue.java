package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How SQLite's schema tables are asked. They keep the statements that made everything, with all later changes worked in
 * (https://www.sqlite.org/schematab.html), and nothing else knows the names of constraints, checks and what waits.
 */
final class SqliteCatalogue implements Catalogue {

    private static final String NOTHING = "SELECT NULL AS name WHERE 0";

    private final Sqlite sqlite;

    SqliteCatalogue(Sqlite sqlite) {
        this.sqlite = sqlite;
    }

    @Override
    public Optional<String> currentSchema() {
        return Optional.of("SELECT 'main'");
    }

    /** Each schema is an attached database. */
    @Override
    public Optional<String> query(Question question) {
        return Optional.of(
                question == Question.SCHEMAS ? "SELECT name FROM pragma_database_list WHERE name <> 'temp'" : NOTHING);
    }

    @Override
    public Optional<String> query(Question question, Answers known) {
        return switch (question) {
            case TABLES -> each("table", known);
            case INDEXES -> each("index", known);
            case VIEWS -> each("view", known);
            default -> query(question);
        };
    }

    private Optional<String> each(String type, Answers known) {
        return Optional.of(known.to(Question.SCHEMAS).stream()
                .map(row -> row.required("name"))
                .map(schema -> "SELECT " + sqlite.text(schema) + " AS schema_name, tbl_name AS table_name, name, sql"
                        + " FROM \"" + schema.replace("\"", "\"\"") + "\".sqlite_schema WHERE type = '" + type
                        + "' AND sql IS NOT NULL AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite\\_%'"
                        + " ESCAPE '\\' AND " + sqlite.text(schema) + " IN ({schemas})")
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2, 3")));
    }

    @Override
    public Answers meant(Answers answers) {
        Map<String, SqliteTable> tables = new TreeMap<>();
        for (Row row : answers.to(Question.TABLES)) {
            tables.put(
                    key(row.required("schema_name"), row.required("name")),
                    new SqliteTable(row, row.required("sql"), sqlite.scriptRules()));
        }
        List<Row> columns = new ArrayList<>();
        List<Row> keys = new ArrayList<>();
        List<Row> foreignKeys = new ArrayList<>();
        List<Row> checks = new ArrayList<>();
        for (SqliteTable table : tables.values()) {
            columns.addAll(table.columns());
            keys.addAll(table.keys());
            checks.addAll(table.checks());
            foreignKeys.addAll(table.foreignKeys(
                    referred -> Optional.ofNullable(tables.get(key(table.schema(), referred)))
                            .map(SqliteTable::primaryKey)
                            .orElse(List.of())));
        }
        return answers.with(Question.COLUMNS, columns)
                .with(Question.KEYS, keys)
                .with(Question.FOREIGN_KEYS, foreignKeys)
                .with(Question.CHECKS, checks)
                .with(Question.INDEXES, indexes(answers))
                .changing(
                        Question.VIEWS,
                        row -> row.with(
                                "query", new SqliteWords(row.required("sql"), sqlite.scriptRules()).behind("AS")));
    }

    private List<Row> indexes(Answers answers) {
        return answers.to(Question.INDEXES).stream()
                .flatMap(row -> SqliteIndex.parts(row, sqlite.scriptRules()).stream())
                .toList();
    }

    /** Case makes no difference to names. */
    private static String key(String schema, String name) {
        return schema + "." + SqliteTables.folded(name);
    }
}
