package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How HyperSQL's INFORMATION_SCHEMA is asked (HyperSQL User Guide, "Metadata Tables"). */
final class HsqldbCatalogue implements Catalogue {

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS ->
                        "SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name IN ({schemas})";
                    case TABLES -> """
                            SELECT table_schem AS schema_name, table_name AS name, remarks AS "COMMENT"
                            FROM information_schema.system_tables
                            WHERE table_schem IN ({schemas}) AND table_type IN ('TABLE', 'CACHED', 'TEXT')
                            ORDER BY 1, 2""";
                    case COLUMNS -> """
                            SELECT c.table_schema AS schema_name, c.table_name, c.column_name AS name,
                                COALESCE(c.domain_name, c.dtd_identifier) AS data_type, c.is_nullable AS nullable,
                                c.column_default AS default_value, c.generation_expression AS computed,
                                CASE WHEN c.collation_name NOT IN ('SQL_TEXT', 'SQL_TEXT_UCC') THEN c.collation_name END
                                    AS "COLLATION",
                                CASE c.is_identity WHEN 'YES' THEN c.identity_generation END AS "IDENTITY",
                                c.identity_start AS start_value, c.identity_increment AS increment_by,
                                c.identity_minimum AS min_value, c.identity_maximum AS max_value,
                                c.identity_cycle AS cycles, m.comment AS "COMMENT"
                            FROM information_schema.columns c
                            LEFT JOIN information_schema.system_comments m ON m.object_schema = c.table_schema
                                AND m.object_name = c.table_name AND m.object_type = 'COLUMN'
                                AND m.column_name = c.column_name
                            WHERE c.table_schema IN ({schemas})
                            ORDER BY c.table_schema, c.table_name, c.ordinal_position""";
                    case KEYS -> """
                            SELECT k.table_schema AS schema_name, k.table_name, k.constraint_name AS name, u.column_name,
                                CASE k.constraint_type WHEN 'PRIMARY KEY' THEN 'yes' END AS is_primary
                            FROM information_schema.table_constraints k
                            JOIN information_schema.key_column_usage u ON u.constraint_schema = k.constraint_schema
                                AND u.constraint_name = k.constraint_name
                            WHERE k.table_schema IN ({schemas}) AND k.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
                            ORDER BY 1, 2, 3, u.ordinal_position""";
                    case FOREIGN_KEYS -> """
                            SELECT u.table_schema AS schema_name, u.table_name, r.constraint_name AS name, u.column_name,
                                p.table_schema AS referred_schema, p.table_name AS referred_table,
                                p.column_name AS referred_column, r.delete_rule AS on_delete, r.update_rule AS on_update,
                                CASE r.match_option WHEN 'FULL' THEN 'full' WHEN 'PARTIAL' THEN 'partial' END AS match_type
                            FROM information_schema.referential_constraints r
                            JOIN information_schema.key_column_usage u ON u.constraint_schema = r.constraint_schema
                                AND u.constraint_name = r.constraint_name
                            JOIN information_schema.key_column_usage p
                                ON p.constraint_schema = r.unique_constraint_schema
                                AND p.constraint_name = r.unique_constraint_name
                                AND p.ordinal_position = u.position_in_unique_constraint
                            WHERE u.table_schema IN ({schemas})
                            ORDER BY 1, 2, 3, u.ordinal_position""";
                    case CHECKS -> """
                            SELECT k.table_schema AS schema_name, k.table_name, k.constraint_name AS name,
                                c.check_clause AS expression
                            FROM information_schema.table_constraints k
                            JOIN information_schema.check_constraints c ON c.constraint_schema = k.constraint_schema
                                AND c.constraint_name = k.constraint_name
                            WHERE k.table_schema IN ({schemas}) AND k.constraint_type = 'CHECK'
                                AND NOT (k.constraint_name LIKE 'SYS_CT_%' AND c.check_clause LIKE '% IS NOT NULL')
                            ORDER BY 1, 2, 3""";
                    case INDEXES -> """
                            SELECT i.table_schem AS schema_name, i.table_name, i.index_name AS name,
                                CASE WHEN i.non_unique THEN 'no' ELSE 'yes' END AS is_unique, i.column_name AS part,
                                CASE i.asc_or_desc WHEN 'D' THEN 'yes' END AS is_descending
                            FROM information_schema.system_indexinfo i
                            WHERE i.table_schem IN ({schemas}) AND i.index_name NOT LIKE 'SYS_IDX_%'
                                AND i.index_name NOT IN (SELECT k.constraint_name
                                    FROM information_schema.table_constraints k WHERE k.table_schema = i.table_schem)
                            ORDER BY 1, 2, 3, i.ordinal_position""";
                    case SEQUENCES -> """
                            SELECT sequence_schema AS schema_name, sequence_name AS name, data_type,
                                start_with AS start_value, increment AS increment_by, minimum_value AS min_value,
                                maximum_value AS max_value, cycle_option AS cycles
                            FROM information_schema.sequences
                            WHERE sequence_schema IN ({schemas})""";
                    case VIEWS -> """
                            SELECT table_schema AS schema_name, table_name AS name, view_definition AS query
                            FROM information_schema.views
                            WHERE table_schema IN ({schemas})""";
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    /** Expressions name a column with its schema and table, and the default of a UUID stands without quotes. */
    @Override
    public Answers meant(Answers answers) {
        return answers.changing(Question.COLUMNS, row -> TypeEnds.untold(column(row)))
                .changing(Question.SEQUENCES, TypeEnds::untold)
                .changing(Question.CHECKS, row -> unqualified(row, "expression"));
    }

    private static Row column(Row row) {
        boolean uuid = row.text("data_type").filter("UUID"::equals).isPresent();
        Optional<String> bare = row.text("default_value").filter(text -> uuid && text.matches("[0-9A-Fa-f-]{36}"));
        return unqualified(
                bare.map(text -> row.with("default_value", "'" + text + "'")).orElse(row), "computed");
    }

    private static Row unqualified(Row row, String label) {
        Pattern table = Pattern.compile("'(?:[^']|'')*'|" + named(row.required("schema_name")) + "\\."
                + named(row.required("table_name")) + "\\.");
        return row.text(label)
                .map(text -> table.matcher(text)
                        .replaceAll(
                                found -> found.group().startsWith("'") ? Matcher.quoteReplacement(found.group()) : ""))
                .map(text -> row.with(label, text))
                .orElse(row);
    }

    private static String named(String name) {
        String quoted = Pattern.quote('"' + name.replace("\"", "\"\"") + '"');
        return "(?:" + quoted + "|" + Pattern.quote(name) + ")";
    }
}
