package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Oracle's data dictionary is asked (Database Reference, "Static Data Dictionary Views", ALL_…).
 *
 * <p>Columns of type LONG stand last in each query, since the driver reads them from the wire in order.
 */
final class OracleCatalogue implements Catalogue {

    /** Tables of somebody's own making: no materialized views, no logs of such, nothing from the recycle bin. */
    private static final String TABLES = """
            JOIN all_tables t ON t.owner = %1$s.owner AND t.table_name = %1$s.table_name AND t.dropped = 'NO'
                AND t.nested = 'NO' AND t.secondary = 'N' AND t.iot_name IS NULL
            WHERE t.owner IN ({schemas})
                AND NOT EXISTS (SELECT 1 FROM all_mviews v WHERE v.owner = t.owner AND v.mview_name = t.table_name)
                AND NOT EXISTS (SELECT 1 FROM all_mview_logs g WHERE g.log_owner = t.owner AND g.log_table = t.table_name)
            """;

    private static final Pattern OPTION =
            Pattern.compile("(START WITH|INCREMENT BY|MAX_VALUE|MIN_VALUE|CYCLE_FLAG" + "|CACHE_SIZE): (-?\\w+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS -> "SELECT username AS name FROM all_users WHERE username IN ({schemas})";
                    case TABLES -> """
                            SELECT m.owner AS schema_name, m.table_name AS name, m.comments AS "COMMENT"
                            FROM all_tab_comments m
                            """ + TABLES.formatted("m") + "ORDER BY m.owner, m.table_name";
                    case COLUMNS ->
                        """
                            SELECT c.owner AS schema_name, c.table_name, c.column_name AS name, c.data_type AS type_name,
                                c.char_length, c.char_used, c.data_length, c.data_precision, c.data_scale, c.nullable,
                                c.virtual_column, i.generation_type, i.identity_options, m.comments AS "COMMENT",
                                CASE WHEN c.collation <> t.default_collation THEN c.collation END AS collation,
                                c.data_default
                            FROM all_tab_cols c
                            LEFT JOIN all_tab_identity_cols i ON i.owner = c.owner AND i.table_name = c.table_name
                                AND i.column_name = c.column_name
                            LEFT JOIN all_col_comments m ON m.owner = c.owner AND m.table_name = c.table_name
                                AND m.column_name = c.column_name
                            """ + TABLES.formatted("c")
                                + "AND c.user_generated = 'YES' ORDER BY c.owner, c.table_name, c.internal_column_id";
                    case KEYS ->
                        """
                            SELECT k.owner AS schema_name, k.table_name, k.constraint_name AS name, c.column_name,
                                CASE k.constraint_type WHEN 'P' THEN 'yes' END AS is_primary,
                                CASE k.deferrable WHEN 'DEFERRABLE' THEN 'yes' END AS deferrable,
                                CASE k.deferred WHEN 'DEFERRED' THEN 'yes' END AS deferred
                            FROM all_constraints k
                            JOIN all_cons_columns c ON c.owner = k.owner AND c.constraint_name = k.constraint_name
                            """ + TABLES.formatted("k")
                                + "AND k.constraint_type IN ('P', 'U')"
                                + " ORDER BY k.owner, k.table_name, k.constraint_name, c.position";
                    case FOREIGN_KEYS ->
                        """
                            SELECT k.owner AS schema_name, k.table_name, k.constraint_name AS name, c.column_name,
                                r.owner AS referred_schema, r.table_name AS referred_table,
                                r.column_name AS referred_column, k.delete_rule AS on_delete,
                                CASE k.deferrable WHEN 'DEFERRABLE' THEN 'yes' END AS deferrable,
                                CASE k.deferred WHEN 'DEFERRED' THEN 'yes' END AS deferred,
                                CASE k.validated WHEN 'NOT VALIDATED' THEN 'yes' END AS not_valid
                            FROM all_constraints k
                            JOIN all_cons_columns c ON c.owner = k.owner AND c.constraint_name = k.constraint_name
                            JOIN all_cons_columns r ON r.owner = k.r_owner AND r.constraint_name = k.r_constraint_name
                                AND r.position = c.position
                            """ + TABLES.formatted("k")
                                + "AND k.constraint_type = 'R'"
                                + " ORDER BY k.owner, k.table_name, k.constraint_name, c.position";
                    case CHECKS ->
                        """
                            SELECT k.owner AS schema_name, k.table_name, k.constraint_name AS name, k.generated,
                                CASE k.validated WHEN 'NOT VALIDATED' THEN 'yes' END AS not_valid,
                                k.search_condition AS expression
                            FROM all_constraints k
                            """ + TABLES.formatted("k")
                                + "AND k.constraint_type = 'C' ORDER BY k.owner, k.table_name, k.constraint_name";
                    case INDEXES -> """
                            SELECT k.table_owner AS schema_name, k.table_name, k.index_name AS name,
                                CASE k.uniqueness WHEN 'UNIQUE' THEN 'yes' END AS is_unique,
                                CASE WHEN k.index_type LIKE '%BITMAP' THEN 'true' END AS option_bitmap,
                                CASE k.compression WHEN 'ENABLED' THEN k.prefix_length END AS option_compress,
                                c.column_name AS part, CASE c.descend WHEN 'DESC' THEN 'yes' END AS is_descending,
                                e.column_expression
                            FROM (SELECT x.*, x.table_owner AS owner FROM all_indexes x) k
                            JOIN all_ind_columns c ON c.index_owner = k.owner AND c.index_name = k.index_name
                            LEFT JOIN all_ind_expressions e ON e.index_owner = c.index_owner
                                AND e.index_name = c.index_name AND e.column_position = c.column_position
                            """ + TABLES.formatted("k") + """
                            AND k.index_type IN ('NORMAL', 'BITMAP', 'FUNCTION-BASED NORMAL', 'FUNCTION-BASED BITMAP')
                                AND NOT EXISTS (SELECT 1 FROM all_constraints o WHERE o.owner = k.table_owner
                                    AND o.table_name = k.table_name AND o.constraint_type IN ('P', 'U')
                                    AND o.index_name = k.index_name
                                    AND (o.constraint_name = k.index_name OR k.generated = 'Y'))
                            ORDER BY k.table_owner, k.table_name, k.index_name, c.column_position""";
                    case SEQUENCES -> """
                            SELECT sequence_owner AS schema_name, sequence_name AS name, increment_by, min_value, max_value,
                                cycle_flag AS cycles, cache_size
                            FROM all_sequences
                            WHERE sequence_owner IN ({schemas}) AND sequence_name NOT LIKE 'ISEQ$$%'
                            ORDER BY sequence_owner, sequence_name""";
                    case VIEWS -> """
                            SELECT owner AS schema_name, view_name AS name, text AS query
                            FROM all_views
                            WHERE owner IN ({schemas})
                            ORDER BY owner, view_name""";
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    /** A LONG cannot stand in a UNION. */
    @Override
    public Optional<String> further(Answers answers) {
        return Optional.of("""
                SELECT owner AS schema_name, mview_name AS name, 'yes' AS materialized, query
                FROM all_mviews
                WHERE owner IN ({schemas})
                ORDER BY owner, mview_name""");
    }

    @Override
    public Answers meant(Answers answers) {
        List<Row> checks = answers.to(Question.CHECKS).stream()
                .filter(row -> !isNotNull(row))
                .toList();
        return answers.changing(Question.COLUMNS, OracleCatalogue::column)
                .changing(Question.INDEXES, OracleCatalogue::part)
                .changing(Question.SEQUENCES, OracleCatalogue::endless)
                .with(Question.CHECKS, checks)
                .plus(Question.VIEWS, answers.further());
    }

    /** NOT NULL is a check of the database's own making, and told with its column. */
    private static boolean isNotNull(Row row) {
        return row.text("generated").filter("GENERATED NAME"::equals).isPresent()
                && row.required("expression").matches("\"[^\"]+\" IS NOT NULL");
    }

    // ---- columns

    private static Row column(Row row) {
        Row typed = row.with("data_type", words(row));
        if (row.text("generation_type").isPresent()) {
            Row counted = typed.with("identity", row.required("generation_type"));
            Matcher option = OPTION.matcher(row.text("identity_options").orElse(""));
            while (option.find()) {
                counted = counted.with(label(option.group(1)), option.group(2));
            }
            return endless(counted);
        }
        String rule = row.values().get("data_default");
        return row.flag("virtual_column") ? typed.with("computed", rule) : typed.with("default_value", rule);
    }

    /** Without the ends that a sequence has by itself: 28 digits of nine upwards, 27 of them downwards. */
    private static Row endless(Row row) {
        Row endless = row;
        for (String end : List.of("min_value", "max_value")) {
            endless = row.text(end).filter(value -> value.matches("-?9{20,}")).isPresent()
                    ? endless.with(end, null)
                    : endless;
        }
        return endless;
    }

    /** Shape: {@code START WITH: 1, INCREMENT BY: 1, MAX_VALUE: 99, MIN_VALUE: 1, CYCLE_FLAG: N, CACHE_SIZE: 20, …} */
    private static String label(String option) {
        return switch (option) {
            case "START WITH" -> "start_value";
            case "INCREMENT BY" -> "increment_by";
            case "CYCLE_FLAG" -> "cycles";
            default -> option.toLowerCase(Locale.ROOT);
        };
    }

    /** Lengths count bytes unless CHAR is said; a NUMBER without a precision but with a scale is of 38 digits. */
    private static String words(Row row) {
        String name = row.required("type_name");
        return switch (name) {
            case "CHAR", "VARCHAR2" ->
                name + "(" + row.required("char_length")
                        + (row.text("char_used").filter("C"::equals).isPresent() ? " CHAR)" : ")");
            case "NCHAR", "NVARCHAR2" -> name + "(" + row.required("char_length") + ")";
            case "RAW" -> name + "(" + row.required("data_length") + ")";
            case "FLOAT" -> name + "(" + row.required("data_precision") + ")";
            case "NUMBER" -> name + numbers(row);
            default -> name;
        };
    }

    private static String numbers(Row row) {
        Optional<String> precision = row.text("data_precision");
        Optional<String> scale = row.text("data_scale").filter(digits -> !digits.equals("0"));
        if (precision.isEmpty() && row.text("data_scale").isEmpty()) {
            return "";
        }
        return "(" + precision.orElse("38") + scale.map(digits -> ", " + digits).orElse("") + ")";
    }

    // ---- indexes

    /** A descending column is told as an expression: {@code "CREATED"}. */
    private static Row part(Row row) {
        Optional<String> expression = row.text("column_expression");
        if (expression.isEmpty()) {
            return row;
        }
        Matcher column = QUOTED.matcher(expression.get().strip());
        return column.matches()
                ? row.with("part", column.group(1))
                : row.with("part", expression.get()).with("is_expression", "yes");
    }
}
