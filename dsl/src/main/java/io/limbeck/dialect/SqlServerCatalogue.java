package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How SQL Server's catalogue is asked (Transact-SQL reference, "Object catalog views"). */
final class SqlServerCatalogue implements Catalogue {

    private static final String OF_TABLES = """
            JOIN sys.tables t ON t.object_id = %s AND t.is_ms_shipped = 0
            JOIN sys.schemas s ON s.schema_id = t.schema_id
            """;

    private static final String IN_SCHEMAS = "WHERE s.name IN ({schemas}) ";

    private static final Pattern VIEW = Pattern.compile(
            "(?is).*?\\bcreate\\s+(?:or\\s+alter\\s+)?view\\s+"
                    + "(?:(?:\\[[^]]*\\]|\"[^\"]*\"|[\\w$#@]+)\\s*\\.?\\s*)+?(\\([^)]*\\))?\\s*(?:with\\s+[\\w\\s,]+?)?\\bas\\b(.*)");

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS -> "SELECT s.name FROM sys.schemas s " + IN_SCHEMAS;
                    case TABLES -> """
                            SELECT s.name AS schema_name, t.name, CAST(p.value AS NVARCHAR(4000)) AS comment
                            FROM sys.tables t
                            JOIN sys.schemas s ON s.schema_id = t.schema_id
                            LEFT JOIN sys.extended_properties p ON p.class = 1 AND p.major_id = t.object_id
                                AND p.minor_id = 0 AND p.name = N'MS_Description'
                            """ + IN_SCHEMAS + "AND t.is_ms_shipped = 0 ORDER BY s.name, t.name";
                    case COLUMNS ->
                        """
                            SELECT s.name AS schema_name, t.name AS table_name, c.name, y.name AS type_name,
                                y.is_user_defined, c.max_length, c.precision AS numeric_precision, c.scale AS numeric_scale,
                                c.is_nullable AS nullable, d.definition AS default_value, g.definition AS computed,
                                g.is_persisted AS stored, CASE WHEN i.object_id IS NOT NULL THEN 'BY DEFAULT' END AS [identity],
                                CAST(i.seed_value AS BIGINT) AS start_value,
                                CAST(i.increment_value AS BIGINT) AS increment_by,
                                CAST(p.value AS NVARCHAR(4000)) AS comment,
                                NULLIF(c.collation_name, CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128)))
                                    AS [collation]
                            FROM sys.columns c
                            """ + OF_TABLES.formatted("c.object_id") + """
                            JOIN sys.types y ON y.user_type_id = c.user_type_id
                            LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
                            LEFT JOIN sys.computed_columns g ON g.object_id = c.object_id AND g.column_id = c.column_id
                            LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id
                            LEFT JOIN sys.extended_properties p ON p.class = 1 AND p.major_id = c.object_id
                                AND p.minor_id = c.column_id AND p.name = N'MS_Description'
                            """ + IN_SCHEMAS
                                + "ORDER BY s.name, t.name, c.column_id";
                    case KEYS ->
                        """
                            SELECT s.name AS schema_name, t.name AS table_name, k.name, c.name AS column_name,
                                CASE k.type WHEN 'PK' THEN 'yes' END AS is_primary,
                                CASE WHEN k.type = 'UQ' AND EXISTS (
                                    SELECT 1
                                    FROM sys.index_columns e
                                    JOIN sys.columns n ON n.object_id = e.object_id AND n.column_id = e.column_id
                                    WHERE e.object_id = x.object_id AND e.index_id = x.index_id AND n.is_nullable = 1)
                                    THEN 'yes' END AS nulls_not_distinct
                            FROM sys.key_constraints k
                            """ + OF_TABLES.formatted("k.parent_object_id") + """
                            JOIN sys.index_columns x ON x.object_id = k.parent_object_id AND x.index_id = k.unique_index_id
                            JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
                            """ + IN_SCHEMAS
                                + "AND x.key_ordinal > 0 ORDER BY s.name, t.name, k.name, x.key_ordinal";
                    case FOREIGN_KEYS ->
                        """
                            SELECT s.name AS schema_name, t.name AS table_name, k.name, c.name AS column_name,
                                rs.name AS referred_schema, r.name AS referred_table, rc.name AS referred_column,
                                REPLACE(k.delete_referential_action_desc, '_', ' ') AS on_delete,
                                REPLACE(k.update_referential_action_desc, '_', ' ') AS on_update,
                                k.is_not_trusted AS not_valid
                            FROM sys.foreign_keys k
                            """ + OF_TABLES.formatted("k.parent_object_id") + """
                            JOIN sys.foreign_key_columns f ON f.constraint_object_id = k.object_id
                            JOIN sys.columns c ON c.object_id = f.parent_object_id AND c.column_id = f.parent_column_id
                            JOIN sys.columns rc ON rc.object_id = f.referenced_object_id
                                AND rc.column_id = f.referenced_column_id
                            JOIN sys.tables r ON r.object_id = k.referenced_object_id
                            JOIN sys.schemas rs ON rs.schema_id = r.schema_id
                            """ + IN_SCHEMAS
                                + "ORDER BY s.name, t.name, k.name, f.constraint_column_id";
                    case CHECKS ->
                        """
                            SELECT s.name AS schema_name, t.name AS table_name, k.name, k.definition AS expression,
                                k.is_not_trusted AS not_valid
                            FROM sys.check_constraints k
                            """ + OF_TABLES.formatted("k.parent_object_id")
                                + IN_SCHEMAS + "ORDER BY s.name, t.name, k.name";
                    case INDEXES -> """
                            SELECT s.name AS schema_name, t.name AS table_name, k.name, k.is_unique, c.name AS part,
                                x.is_descending_key AS is_descending,
                                CASE WHEN k.type IN (1, 2) THEN x.is_included_column END AS is_included,
                                k.filter_definition AS condition,
                                CASE WHEN k.type IN (1, 5) THEN 'true' END AS option_clustered,
                                CASE WHEN k.type IN (5, 6) THEN 'true' END AS option_columnstore
                            FROM sys.indexes k
                            """ + OF_TABLES.formatted("k.object_id") + """
                            JOIN sys.index_columns x ON x.object_id = k.object_id AND x.index_id = k.index_id
                            JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
                            """ + IN_SCHEMAS + """
                            AND k.type IN (1, 2, 5, 6) AND k.is_primary_key = 0 AND k.is_unique_constraint = 0
                                AND k.is_hypothetical = 0
                            ORDER BY s.name, t.name, k.name, x.is_included_column, x.key_ordinal, x.index_column_id""";
                    case SEQUENCES -> """
                            SELECT s.name AS schema_name, q.name, y.name AS data_type,
                                CAST(q.start_value AS BIGINT) AS start_value, CAST(q.increment AS BIGINT) AS increment_by,
                                CAST(q.minimum_value AS BIGINT) AS min_value, CAST(q.maximum_value AS BIGINT) AS max_value,
                                q.is_cycling AS cycles,
                                CASE q.is_cached WHEN 0 THEN 1 ELSE q.cache_size END AS cache_size
                            FROM sys.sequences q
                            JOIN sys.schemas s ON s.schema_id = q.schema_id
                            JOIN sys.types y ON y.user_type_id = q.user_type_id
                            """ + IN_SCHEMAS + "ORDER BY s.name, q.name";
                    case VIEWS -> """
                            SELECT s.name AS schema_name, v.name, m.definition AS query
                            FROM sys.views v
                            JOIN sys.schemas s ON s.schema_id = v.schema_id
                            JOIN sys.sql_modules m ON m.object_id = v.object_id
                            """ + IN_SCHEMAS + "AND v.is_ms_shipped = 0 ORDER BY s.name, v.name";
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    @Override
    public Answers meant(Answers answers) {
        NullableColumns nullable = new NullableColumns(answers);
        return answers.changing(Question.COLUMNS, row -> row.with("data_type", words(row)))
                .with(Question.INDEXES, nullable.told(answers.to(Question.INDEXES), SqlServerCatalogue::excludesNulls))
                .changing(Question.VIEWS, row -> row.with("query", query(row.required("query"))));
    }

    /** Shape: {@code ([a]>(0) AND [a] IS NOT NULL AND [b] IS NOT NULL)}, where the last conditions leave nulls out. */
    private static Optional<Row> excludesNulls(Row index, List<String> nullable) {
        String nulls = nullable.stream()
                .map(column -> "[" + column.replace("]", "]]") + "] IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String condition = index.text("condition").orElse("").replaceFirst("(?s)^\\((.*)\\)$", "$1");
        if (condition.equals(nulls)) {
            return Optional.of(index.with("condition", null));
        }
        String both = " AND " + nulls;
        return condition.endsWith(both)
                ? Optional.of(index.with("condition", condition.substring(0, condition.length() - both.length())))
                : Optional.empty();
    }

    /** Lengths are in bytes, of which a character of Unicode takes two; -1 is MAX. */
    private static String words(Row row) {
        String name = row.required("type_name");
        if (row.flag("is_user_defined")) {
            return name;
        }
        int length = Integer.parseInt(row.text("max_length").orElse("0"));
        return switch (name) {
            case "char", "varchar", "binary", "varbinary" -> name + "(" + (length < 0 ? "MAX" : length) + ")";
            case "nchar", "nvarchar" -> name + "(" + (length < 0 ? "MAX" : length / 2) + ")";
            case "decimal", "numeric" ->
                name + "(" + row.required("numeric_precision") + ", " + row.required("numeric_scale") + ")";
            case "time", "datetime2", "datetimeoffset" -> name + "(" + row.required("numeric_scale") + ")";
            case "float" -> name + (row.required("numeric_precision").equals("53") ? "" : "(24)");
            default -> name;
        };
    }

    private static String query(String create) {
        Matcher view = VIEW.matcher(create);
        return view.matches() && view.group(1) == null ? view.group(2).strip() : create;
    }
}
