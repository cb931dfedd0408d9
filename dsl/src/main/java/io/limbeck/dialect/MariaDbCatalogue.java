package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How MariaDB's information schema is asked (MariaDB documentation, "Information Schema Tables"). */
final class MariaDbCatalogue extends InnoDbCatalogue {

    private static final String SEQUENCE = "SEQUENCE";

    MariaDbCatalogue(MariaDb mariaDb) {
        super(mariaDb);
    }

    @Override
    String indexExpression() {
        return "''";
    }

    /** It stands in SQL as expressions do. */
    @Override
    String literalDefault() {
        return "c.column_default";
    }

    @Override
    String checks() {
        return """
                SELECT k.constraint_schema AS schema_name, k.table_name AS table_name, k.constraint_name AS name,
                    k.check_clause AS expression, k.level AS level
                FROM information_schema.check_constraints k
                WHERE k.constraint_schema IN ({schemas})
                ORDER BY 1, 2, 3""";
    }

    /** A sequence is a table of one row that says all about it; a list of them with their cache does not exist. */
    @Override
    public Optional<String> query(Question question, Answers known) {
        List<Row> sequences = known.to(Question.TABLES).stream()
                .filter(MariaDbCatalogue::isSequence)
                .toList();
        return question == Question.SEQUENCES && !sequences.isEmpty()
                ? Optional.of(sequences.stream().map(this::sequence).collect(Collectors.joining("\nUNION ALL ")))
                : query(question);
    }

    private static boolean isSequence(Row row) {
        return row.required("table_type").equals(SEQUENCE);
    }

    private String sequence(Row row) {
        String schema = row.required("schema_name");
        String name = row.required("name");
        return "SELECT " + quoted(schema) + " AS schema_name, " + quoted(name) + " AS name, start_value,"
                + " increment AS increment_by, minimum_value AS min_value, maximum_value AS max_value,"
                + " cycle_option AS cycles, cache_size FROM `" + schema.replace("`", "``") + "`.`"
                + name.replace("`", "``") + "`";
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A column of JSON is a text in utf8mb4_bin with a check (MariaDB documentation, "JSON Data Type"). */
    @Override
    public Answers meant(Answers answers) {
        Answers plain = super.meant(answers);
        Set<String> json = plain.to(Question.CHECKS).stream()
                .filter(MariaDbCatalogue::isOfJson)
                .map(row -> key(row, "name"))
                .collect(Collectors.toSet());
        return plain.with(
                        Question.TABLES,
                        plain.to(Question.TABLES).stream()
                                .filter(row -> !isSequence(row))
                                .toList())
                .with(
                        Question.CHECKS,
                        plain.to(Question.CHECKS).stream()
                                .filter(row -> !isOfJson(row))
                                .toList())
                .changing(
                        Question.COLUMNS,
                        row -> json.contains(key(row, "name"))
                                ? row.with("data_type", "json").with("collation", null)
                                : row);
    }

    private static boolean isOfJson(Row row) {
        return row.required("level").equals("Column")
                && row.required("expression")
                        .matches("json_valid\\(`?" + java.util.regex.Pattern.quote(row.required("name")) + "`?\\)");
    }

    private static String key(Row row, String label) {
        return row.required("schema_name") + "." + row.required("table_name") + "." + row.required(label);
    }
}
