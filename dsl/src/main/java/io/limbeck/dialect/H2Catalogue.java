package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How H2's INFORMATION_SCHEMA is asked (https://h2database.com/html/systemtables.html).
 *
 * <p>Its views are made anew for every row that they are joined to, so what belongs together is brought together by
 * sorting, with window functions.
 */
final class H2Catalogue implements Catalogue {

    private static final Pattern MATERIALIZED = Pattern.compile(
            "CREATE (?:FORCE )?MATERIALIZED VIEW \"((?:[^\"]|\"\")*)\".\"((?:[^\"]|\"\")*)\"(?:\\([^)]*\\))? AS\\s+(.*);",
            Pattern.DOTALL);

    private static final Pattern PIECE = Pattern.compile("'(?:[^']|'')*'"
            + "|\"((?:[^\"]|\"\")*)\"(?:\\.\"((?:[^\"]|\"\")*)\")?"
            + "|CAST\\((-?[\\d.]+(?:E[-+]?\\d+)?) AS [A-Z ]+(?:\\([\\d, ]+\\))?\\)");

    private static final String COUNTING = """
            c.identity_start AS start_value, c.identity_increment AS increment_by, c.identity_minimum AS min_value,
            c.identity_maximum AS max_value, c.identity_cycle AS cycles, c.identity_cache AS cache_size""";

    private final Dialect dialect;

    H2Catalogue(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS ->
                        "SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name IN ({schemas})";
                    case TABLES -> """
                            SELECT t.table_schema AS schema_name, t.table_name AS name, t.remarks AS comment
                            FROM information_schema.tables t
                            WHERE t.table_schema IN ({schemas}) AND t.table_type = 'BASE TABLE'
                                AND NOT REGEXP_LIKE(t.table_name, '\\$[0-9]+$')""";
                    case COLUMNS -> columns();
                    case KEYS -> keys();
                    case FOREIGN_KEYS -> foreignKeys();
                    case CHECKS -> """
                            SELECT schema_name, table_name, name, expression
                            FROM (
                                SELECT schema_name, table_name, name, kind,
                                    MAX(clause) OVER (PARTITION BY schema_name, name) AS expression
                                FROM (
                                    SELECT constraint_schema AS schema_name, table_name, constraint_name AS name,
                                        constraint_type AS kind, CAST(NULL AS VARCHAR) AS clause
                                    FROM information_schema.table_constraints
                                    WHERE table_schema IN ({schemas})
                                    UNION ALL
                                    SELECT constraint_schema, NULL, constraint_name, NULL, check_clause
                                    FROM information_schema.check_constraints))
                            WHERE kind = 'CHECK'
                            ORDER BY schema_name, table_name, name""";
                    case INDEXES -> """
                            SELECT i.table_schema AS schema_name, i.table_name, i.index_name AS name,
                                i.index_type_name LIKE '%UNIQUE%' AS is_unique, c.column_name AS part,
                                c.ordering_specification = 'DESC' AS is_descending,
                                CASE c.ordering_specification || c.null_ordering WHEN 'ASCLAST' THEN 'last'
                                    WHEN 'DESCFIRST' THEN 'first' END AS nulls
                            FROM information_schema.indexes i
                            JOIN information_schema.index_columns c ON c.table_name = i.table_name
                                AND c.table_schema = i.table_schema AND c.index_name = i.index_name
                            WHERE i.table_schema IN ({schemas}) AND NOT i.is_generated
                            ORDER BY i.table_schema, i.table_name, i.index_name, c.ordinal_position""";
                    case SEQUENCES -> """
                            SELECT sequence_schema AS schema_name, sequence_name AS name, data_type, start_value,
                                increment AS increment_by, minimum_value AS min_value, maximum_value AS max_value,
                                cycle_option AS cycles, cache AS cache_size
                            FROM information_schema.sequences
                            WHERE sequence_schema IN ({schemas})""";
                    case VIEWS -> """
                            SELECT v.table_schema AS schema_name, v.table_name AS name,
                                COALESCE(v.view_definition, '') AS query, v.view_definition IS NULL AS materialized,
                                v.table_schema = SCHEMA() AS is_current
                            FROM information_schema.views v
                            WHERE v.table_schema IN ({schemas})""";
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    /** Only the script of the whole database has the query of a materialized view, and only an administrator gets it. */
    @Override
    public Optional<String> further(Answers answers) {
        return answers.to(Question.VIEWS).stream().anyMatch(row -> row.flag("materialized"))
                ? Optional.of("SCRIPT NODATA NOPASSWORDS NOSETTINGS")
                : Optional.empty();
    }

    @Override
    public Answers meant(Answers answers) {
        Map<List<String>, String> queries = new HashMap<>();
        for (Row row : answers.further()) {
            Matcher view = MATERIALIZED.matcher(row.text("script").orElse(""));
            if (view.matches()) {
                queries.put(List.of(named(view.group(1)), named(view.group(2))), view.group(3));
            }
        }
        Set<List<String>> relations = new HashSet<>();
        for (Question question : List.of(Question.TABLES, Question.VIEWS)) {
            answers.to(question).forEach(row -> relations.add(whole(row)));
        }
        return answers.changing(
                        Question.VIEWS,
                        row -> row.flag("materialized")
                                ? row.with("query", queries.get(whole(row)))
                                : spelled(row, "query", relations))
                .changing(Question.CHECKS, row -> spelled(row, "expression", relations))
                .changing(Question.COLUMNS, row -> spelled(row, "computed", relations));
    }

    private static List<String> whole(Row row) {
        return List.of(row.required("schema_name"), row.required("name"));
    }

    private static String named(String quoted) {
        return quoted.replace("\"\"", "\"");
    }

    /**
     * An expression as people write it: names without the quotes that they do not need, tables without the current
     * schema. Casts of numbers are H2's, since it works out those that people write.
     */
    private Row spelled(Row row, String label, Set<List<String>> relations) {
        String current = row.flag("is_current") ? row.required("schema_name") : "";
        return row.text(label)
                .map(text -> row.with(
                        label,
                        PIECE.matcher(text)
                                .replaceAll(piece -> Matcher.quoteReplacement(spelled(piece, current, relations)))))
                .orElse(row);
    }

    private String spelled(MatchResult piece, String current, Set<List<String>> relations) {
        if (piece.group(3) != null) {
            return piece.group(3);
        }
        if (piece.group(1) == null) {
            return piece.group();
        }
        String name = dialect.quote(dialect.scriptName(named(piece.group(1))));
        if (piece.group(2) == null) {
            return name;
        }
        String second = named(piece.group(2));
        boolean own = named(piece.group(1)).equals(current) && relations.contains(List.of(current, second));
        return (own ? "" : name + ".") + dialect.quote(dialect.scriptName(second));
    }

    // ---- columns

    private static String columns() {
        return "SELECT c.table_schema AS schema_name, c.table_name, c.column_name AS name,\n"
                + "CASE WHEN REGEXP_LIKE(c.domain_name, '^[A-Z][A-Z0-9_]*$') THEN c.domain_name\n"
                + "WHEN c.domain_name IS NOT NULL THEN '\"' || REPLACE(c.domain_name, '\"', '\"\"') || '\"'\n"
                + "WHEN c.data_type = 'ARRAY' THEN (SELECT " + words("e", "e.object_schema", "e.object_name")
                + " || REPEAT(' ARRAY', LENGTH(e.dtd_identifier) - LENGTH(c.dtd_identifier))\n"
                + "FROM information_schema.element_types e WHERE e.object_schema = c.table_schema"
                + " AND e.object_name = c.table_name AND e.object_type = 'TABLE' AND e.data_type <> 'ARRAY'"
                + " AND RTRIM(e.dtd_identifier, '_') = c.dtd_identifier)\n"
                + "ELSE " + words("c", "c.table_schema", "c.table_name") + " END AS data_type,\n"
                + "c.is_nullable AS nullable, c.column_default AS default_value, c.remarks AS comment,\n"
                + "c.generation_expression AS computed,\n"
                + "CASE c.is_identity WHEN 'YES' THEN c.identity_generation END AS identity,\n" + COUNTING + """

                FROM information_schema.columns c
                WHERE c.table_schema IN ({schemas})
                ORDER BY c.table_schema, c.table_name, c.ordinal_position""";
    }

    /** The words of a type; numbers that it has anyhow are left out. */
    private static String words(String row, String schema, String table) {
        return """
                CASE
                    WHEN ROW.data_type = 'ENUM' THEN 'ENUM(' || (
                        SELECT LISTAGG('''' || REPLACE(v.value_name, '''', '''''') || '''', ', ')
                            WITHIN GROUP (ORDER BY v.value_ordinal)
                        FROM information_schema.enum_values v
                        WHERE v.object_schema = SCHEMA AND v.object_name = TABLE
                            AND v.enum_identifier = ROW.dtd_identifier) || ')'
                    WHEN ROW.data_type = 'INTERVAL' AND ROW.interval_type = 'DAY TO SECOND' THEN
                        'INTERVAL DAY' || COALESCE('(' || NULLIF(ROW.interval_precision, 2) || ')', '')
                        || ' TO SECOND' || COALESCE('(' || NULLIF(ROW.datetime_precision, 6) || ')', '')
                    WHEN ROW.data_type = 'INTERVAL' THEN 'INTERVAL ' || ROW.interval_type
                    WHEN ROW.declared_data_type IS NOT NULL THEN ROW.declared_data_type
                        || COALESCE('(' || ROW.declared_numeric_precision
                            || COALESCE(', ' || ROW.declared_numeric_scale, '') || ')', '')
                    WHEN ROW.character_maximum_length < 1000000000 THEN
                        ROW.data_type || '(' || ROW.character_maximum_length || ')'
                    WHEN ROW.data_type LIKE 'TIMESTAMP%' AND ROW.datetime_precision <> 6
                        OR ROW.data_type LIKE 'TIME%' AND ROW.data_type NOT LIKE 'TIMESTAMP%'
                            AND ROW.datetime_precision <> 0 THEN
                        REGEXP_REPLACE(ROW.data_type, '^(\\w+)', '$1(' || ROW.datetime_precision || ')')
                    WHEN ROW.geometry_type IS NOT NULL THEN ROW.data_type || '(' || ROW.geometry_type
                        || COALESCE(', ' || ROW.geometry_srid, '') || ')'
                    ELSE ROW.data_type
                END""".replace("ROW.", row + ".").replace("= SCHEMA", "= " + schema).replace("= TABLE", "= " + table);
    }

    // ---- constraints

    /** Constraints with their columns, each column with what is known of its constraint. */
    private String keys() {
        String distinct = dialect.atLeast(2, 3) ? "nulls_distinct = 'NO'" : "FALSE";
        return """
                SELECT schema_name, table_name, name, column_name, kind = 'PRIMARY KEY' AS is_primary, nulls_not_distinct
                FROM (
                    SELECT schema_name, table_name, name, column_name, position,
                        MAX(kind) OVER (PARTITION BY schema_name, name) AS kind,
                        BOOL_OR(nulls_not_distinct) OVER (PARTITION BY schema_name, name) AS nulls_not_distinct
                    FROM (
                        SELECT constraint_schema AS schema_name, table_name, constraint_name AS name,
                            constraint_type AS kind, DISTINCT AS nulls_not_distinct,
                            CAST(NULL AS VARCHAR) AS column_name, 0 AS position
                        FROM information_schema.table_constraints
                        WHERE table_schema IN ({schemas})
                        UNION ALL
                        SELECT constraint_schema, table_name, constraint_name, NULL, FALSE, column_name, ordinal_position
                        FROM information_schema.key_column_usage
                        WHERE table_schema IN ({schemas})))
                WHERE column_name IS NOT NULL AND kind IN ('PRIMARY KEY', 'UNIQUE')
                ORDER BY schema_name, table_name, name, position""".replace("DISTINCT AS", distinct + " AS");
    }

    /** First each column learns the key that its own refers to, and then the column of that key at its place. */
    private static String foreignKeys() {
        return """
                SELECT schema_name, table_name, name, column_name, referred_schema, referred_table, referred_column, on_delete,
                    on_update
                FROM (
                    SELECT schema_name, table_name, name, column_name, position, referred, on_delete, on_update,
                        MAX(CASE WHEN refers THEN NULL ELSE schema_name END) OVER place AS referred_schema,
                        MAX(CASE WHEN refers THEN NULL ELSE table_name END) OVER place AS referred_table,
                        MAX(CASE WHEN refers THEN NULL ELSE column_name END) OVER place AS referred_column
                    FROM (
                        SELECT schema_name, table_name, name, column_name, position, on_delete, on_update,
                            referred IS NOT NULL AS refers, referred,
                            COALESCE(key_schema, schema_name) AS key_schema, COALESCE(referred, name) AS key_name,
                            COALESCE(key_position, position) AS key_position
                        FROM (
                            SELECT schema_name, table_name, name, column_name, position, key_position,
                                MAX(key_schema) OVER its AS key_schema, MAX(referred) OVER its AS referred,
                                MAX(on_delete) OVER its AS on_delete, MAX(on_update) OVER its AS on_update
                            FROM (
                                SELECT constraint_schema AS schema_name, CAST(NULL AS VARCHAR) AS table_name,
                                    constraint_name AS name, CAST(NULL AS VARCHAR) AS column_name, 0 AS position,
                                    CAST(NULL AS INTEGER) AS key_position, unique_constraint_schema AS key_schema,
                                    unique_constraint_name AS referred, delete_rule AS on_delete, update_rule AS on_update
                                FROM information_schema.referential_constraints
                                UNION ALL
                                SELECT constraint_schema, table_name, constraint_name, column_name, ordinal_position,
                                    position_in_unique_constraint, NULL, NULL, NULL, NULL
                                FROM information_schema.key_column_usage)
                            WINDOW its AS (PARTITION BY schema_name, name))
                        WHERE column_name IS NOT NULL)
                    WINDOW place AS (PARTITION BY key_schema, key_name, key_position))
                WHERE referred IS NOT NULL AND schema_name IN ({schemas})
                ORDER BY schema_name, table_name, name, position""";
    }
}
