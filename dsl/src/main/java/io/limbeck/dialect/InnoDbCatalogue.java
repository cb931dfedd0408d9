package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.Optional;

/** How the information schema of servers that keep their tables in InnoDB is asked. */
abstract class InnoDbCatalogue implements Catalogue {

    /** A plain index: nothing but whole columns, ascending, in a B-tree. */
    private static final String PLAIN =
            "s.index_type = 'BTREE' AND NOT EXISTS (SELECT 1 FROM information_schema.statistics o"
                    + " WHERE o.table_schema = s.table_schema AND o.table_name = s.table_name AND o.index_name = s.index_name"
                    + " AND (o.sub_part IS NOT NULL OR o.collation = 'D' OR o.column_name IS NULL))";

    final InnoDb innoDb;

    InnoDbCatalogue(InnoDb innoDb) {
        this.innoDb = innoDb;
    }

    /** The text of a part of an index {@code s} that is an expression. */
    abstract String indexExpression();

    /** The default of a column {@code c} that is no expression, in SQL. */
    abstract String literalDefault();

    /** The query for {@link Question#CHECKS}. */
    abstract String checks();

    @Override
    public Optional<String> currentSchema() {
        return Optional.of("SELECT DATABASE()");
    }

    @Override
    public Optional<String> query(Question question) {
        return switch (question) {
            case SCHEMAS ->
                Optional.of("SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name IN"
                        + " ({schemas})");
            case TABLES -> Optional.of("""
                    SELECT table_schema AS schema_name, table_name AS name, table_comment AS comment, table_type
                    FROM information_schema.tables
                    WHERE table_schema IN ({schemas}) AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE')
                    ORDER BY 1, 2""");
            case COLUMNS -> Optional.of(columns());
            case KEYS ->
                Optional.of("""
                    SELECT s.table_schema AS schema_name, s.table_name AS table_name,
                        s.index_name AS name, s.column_name AS column_name, s.index_name = 'PRIMARY' AS is_primary
                    FROM information_schema.statistics s
                    WHERE s.table_schema IN ({schemas}) AND s.non_unique = 0 AND (s.index_name = 'PRIMARY' OR\s""" + PLAIN + ") ORDER BY 1, 2, s.index_name <> 'PRIMARY', s.index_name, s.seq_in_index");
            case FOREIGN_KEYS -> Optional.of("""
                    SELECT u.table_schema AS schema_name, u.table_name AS table_name, u.constraint_name AS name,
                        u.column_name AS column_name, u.referenced_table_schema AS referred_schema,
                        u.referenced_table_name AS referred_table, u.referenced_column_name AS referred_column,
                        k.delete_rule AS on_delete, k.update_rule AS on_update
                    FROM information_schema.key_column_usage u
                    JOIN information_schema.referential_constraints k ON k.constraint_schema = u.constraint_schema
                        AND k.constraint_name = u.constraint_name AND k.table_name = u.table_name
                    WHERE u.table_schema IN ({schemas}) AND u.referenced_table_name IS NOT NULL
                    ORDER BY 1, 2, 3, u.ordinal_position""");
            case CHECKS -> Optional.of(checks());
            case INDEXES -> Optional.of(indexes());
            case VIEWS ->
                Optional.of("SELECT table_schema AS schema_name, table_name AS name, IF(table_schema = {current},"
                        + " REPLACE(view_definition, CONCAT('`', table_schema, '`.'), ''), view_definition) AS query"
                        + " FROM information_schema.views WHERE table_schema IN ({schemas}) ORDER BY 1, 2");
            case EXCLUSIONS, SEQUENCES, ENUMS -> Optional.of("SELECT NULL AS name FROM DUAL WHERE 1 = 0");
        };
    }

    /** A character set or collation that is not the table's own is told; a clock that updates itself with its default. */
    private String columns() {
        return """
                SELECT c.table_schema AS schema_name, c.table_name AS table_name, c.column_name AS name,
                    CONCAT(c.column_type, IF(c.character_set_name = a.character_set_name, '',
                        COALESCE(CONCAT(' CHARACTER SET ', c.character_set_name), ''))) AS data_type,
                    c.is_nullable AS nullable,
                    IF(c.extra LIKE '%DEFAULT_GENERATED%', c.column_default, NULL) AS default_expression,
                    """ + literalDefault() + """
                 AS default_value,
                    IF(c.extra LIKE '%on update%', CONCAT(' ', SUBSTRING(c.extra, LOCATE('on update', c.extra))), NULL)
                        AS on_update,
                    NULLIF(c.generation_expression, '') AS computed,
                    IF(c.generation_expression <> '', c.extra LIKE '%STORED%' OR c.extra LIKE '%PERSISTENT%', NULL) AS `stored`,
                    IF(c.extra LIKE '%auto_increment%', 'BY DEFAULT', NULL) AS identity,
                    IF(c.character_set_name = a.character_set_name AND c.collation_name <> t.table_collation
                        OR c.character_set_name <> a.character_set_name AND d.is_default <> 'Yes', c.collation_name, NULL)
                        AS collation,
                    c.column_comment AS comment
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                LEFT JOIN information_schema.collations d ON d.collation_name = c.collation_name
                LEFT JOIN information_schema.collations a ON a.collation_name = t.table_collation
                WHERE c.table_schema IN ({schemas}) AND t.table_schema IN ({schemas})
                ORDER BY 1, 2, c.ordinal_position""";
    }

    private String indexes() {
        return """
                SELECT s.table_schema AS schema_name, s.table_name AS table_name, s.index_name AS name,
                    s.non_unique = 0 AS is_unique, COALESCE(s.column_name, """ + indexExpression() + """
                ) AS part,
                    s.column_name IS NULL AS is_expression, COALESCE(s.collation = 'D', FALSE) AS is_descending,
                    IF(s.index_type = 'BTREE', s.sub_part, NULL) AS part_option_length,
                    IF(s.index_type IN ('FULLTEXT', 'SPATIAL'), LOWER(s.index_type), NULL) AS option_prefix
                FROM information_schema.statistics s
                WHERE s.table_schema IN ({schemas}) AND s.index_name <> 'PRIMARY' AND NOT (s.non_unique = 0 AND\s""" + PLAIN + ") ORDER BY 1, 2, 3, s.seq_in_index";
    }

    @Override
    public Answers meant(Answers answers) {
        return answers.changing(Question.COLUMNS, row -> plain(plain(row, "computed"), "default_expression"))
                .changing(Question.COLUMNS, InnoDbCatalogue::defaulted)
                .changing(Question.CHECKS, row -> plain(row, "expression"))
                .changing(Question.INDEXES, row -> row.flag("is_expression") ? plain(row, "part") : row)
                .changing(Question.VIEWS, row -> row.with("query", InnoDbReading.plain(row.required("query"), innoDb)));
    }

    private Row plain(Row row, String label) {
        String sql = row.values().get(label);
        return sql == null ? row : row.with(label, InnoDbReading.plain(unescaped(sql), innoDb));
    }

    private static Row defaulted(Row row) {
        String expression = row.values().get("default_expression");
        String update = row.values().getOrDefault("on_update", "");
        String value = expression == null ? row.values().get("default_value") : expression;
        return row.with(
                "default_value", value == null && update.isEmpty() ? null : (value == null ? "NULL" : value) + update);
    }

    /** An expression in the catalogue with its quotes as they were. */
    String unescaped(String sql) {
        return sql;
    }
}
