package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Db2's catalogue is asked (Db2 11.5, "Catalog views", SYSCAT). */
final class Db2Catalogue implements Catalogue {

    private static final String OF_TABLES =
            " JOIN syscat.tables t ON t.tabschema = %1$s.tabschema AND t.tabname = %1$s.tabname AND t.type = 'T'"
                    + " WHERE t.tabschema IN ({schemas}) ";

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\w$#@]+)";
    private static final Pattern VIEW = Pattern.compile("(?is)\\s*create\\s+(?:or\\s+replace\\s+)?(?:view|table|summary"
            + "\\s+table)\\s+(?:" + NAME + "\\s*\\.\\s*)?" + NAME + "\\s*(\\([^)]*\\))?\\s*as\\b(.*)");
    private static final Pattern DEFERRED = Pattern.compile("(?is)\\s*\\((.*)\\)\\s*data\\s+initially\\s+deferred.*");

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS -> "SELECT schemaname AS name FROM syscat.schemata WHERE schemaname IN ({schemas})";
                    case TABLES -> """
                            SELECT t.tabschema AS schema_name, t.tabname AS name, t.remarks AS comment
                            FROM syscat.tables t
                            WHERE t.tabschema IN ({schemas}) AND t.type = 'T'
                            ORDER BY t.tabschema, t.tabname""";
                    case COLUMNS ->
                        """
                            SELECT c.tabschema AS schema_name, c.tabname AS table_name, c.colname AS name,
                                c.typeschema AS type_schema, c.typename AS type_name, c.length, c.scale, c.codepage,
                                c.typestringunits AS units, c.stringunitslength AS unit_length, c.nulls AS nullable,
                                c.default AS default_value, c.identity AS is_identity, c.generated,
                                c.text AS generation_text, i.start AS start_value, i.increment AS increment_by,
                                i.minvalue AS min_value, i.maxvalue AS max_value, i.cycle AS cycles,
                                i.cache AS cache_size, c.remarks AS comment
                            FROM syscat.columns c
                            LEFT JOIN syscat.colidentattributes i ON i.tabschema = c.tabschema AND i.tabname = c.tabname
                                AND i.colname = c.colname
                            """ + OF_TABLES.formatted("c") + "AND c.hidden <> 'S' ORDER BY c.tabschema, c.tabname, c.colno";
                    case KEYS ->
                        """
                            SELECT k.tabschema AS schema_name, k.tabname AS table_name, k.constname AS name,
                                u.colname AS column_name, CASE k.type WHEN 'P' THEN 'yes' END AS is_primary
                            FROM syscat.tabconst k
                            JOIN syscat.keycoluse u ON u.tabschema = k.tabschema AND u.tabname = k.tabname
                                AND u.constname = k.constname
                            """ + OF_TABLES.formatted("k")
                                + "AND k.type IN ('P', 'U') ORDER BY k.tabschema, k.tabname, k.constname, u.colseq";
                    case FOREIGN_KEYS ->
                        """
                            SELECT k.tabschema AS schema_name, k.tabname AS table_name, k.constname AS name,
                                u.colname AS column_name, k.reftabschema AS referred_schema, k.reftabname AS referred_table,
                                r.colname AS referred_column,
                                CASE k.deleterule WHEN 'C' THEN 'cascade' WHEN 'N' THEN 'set null' WHEN 'R' THEN 'restrict'
                                    ELSE 'no action' END AS on_delete,
                                CASE k.updaterule WHEN 'R' THEN 'restrict' ELSE 'no action' END AS on_update
                            FROM syscat.references k
                            JOIN syscat.keycoluse u ON u.tabschema = k.tabschema AND u.tabname = k.tabname
                                AND u.constname = k.constname
                            JOIN syscat.keycoluse r ON r.tabschema = k.reftabschema AND r.tabname = k.reftabname
                                AND r.constname = k.refkeyname AND r.colseq = u.colseq
                            """ + OF_TABLES.formatted("k") + "ORDER BY k.tabschema, k.tabname, k.constname, u.colseq";
                    case CHECKS ->
                        """
                            SELECT k.tabschema AS schema_name, k.tabname AS table_name, k.constname AS name,
                                k.text AS expression
                            FROM syscat.checks k
                            """ + OF_TABLES.formatted("k")
                                + "AND k.type = 'C' ORDER BY k.tabschema, k.tabname, k.constname";
                    case INDEXES -> """
                            SELECT k.tabschema AS schema_name, k.tabname AS table_name, k.indname AS name,
                                CASE WHEN k.uniquerule <> 'D' AND k.made_unique = 'N' THEN 'yes' END AS is_unique,
                                k.nullkeys AS null_keys,
                                CASE k.indextype WHEN 'CLUS' THEN 'true' END AS option_clustered,
                                CASE WHEN u.virtual = 'N' THEN u.colname ELSE u.text END AS part,
                                CASE WHEN u.virtual = 'N' THEN 'no' ELSE 'yes' END AS is_expression,
                                CASE u.colorder WHEN 'D' THEN 'yes' END AS is_descending,
                                CASE u.colorder WHEN 'I' THEN 'yes' END AS is_included
                            FROM syscat.indexes k
                            JOIN syscat.indexcoluse u ON u.indschema = k.indschema AND u.indname = k.indname
                            """ + OF_TABLES.formatted("k") + """
                            AND k.indextype IN ('REG', 'CLUS') AND k.user_defined = 1
                            ORDER BY k.tabschema, k.tabname, k.indname, u.colseq""";
                    case SEQUENCES -> """
                            SELECT seqschema AS schema_name, seqname AS name, start AS start_value,
                                increment AS increment_by, minvalue AS min_value, maxvalue AS max_value, cycle AS cycles,
                                cache AS cache_size
                            FROM syscat.sequences
                            WHERE seqschema IN ({schemas}) AND seqtype = 'S'
                            ORDER BY seqschema, seqname""";
                    case VIEWS -> """
                            SELECT v.viewschema AS schema_name, v.viewname AS name, v.text AS query,
                                CASE t.type WHEN 'S' THEN 'yes' END AS materialized
                            FROM syscat.views v
                            JOIN syscat.tables t ON t.tabschema = v.viewschema AND t.tabname = v.viewname
                            WHERE v.viewschema IN ({schemas})
                            ORDER BY v.viewschema, v.viewname""";
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    @Override
    public Answers meant(Answers answers) {
        NullableColumns nullable = new NullableColumns(answers);
        return answers.changing(Question.COLUMNS, Db2Catalogue::column)
                .with(Question.INDEXES, nullable.told(answers.to(Question.INDEXES), Db2Catalogue::excludesNulls))
                .changing(Question.VIEWS, row -> row.with("query", query(row.required("query"))));
    }

    /** EXCLUDE NULL KEYS: null is no duplicate of null. */
    private static Optional<Row> excludesNulls(Row index, List<String> nullable) {
        return index.text("null_keys").filter("N"::equals).map(any -> index);
    }

    // ---- columns

    private static Row column(Row row) {
        Row typed = row.with("data_type", words(row));
        if (row.flag("is_identity")) {
            return typed.with(
                    "identity", row.text("generated").filter("A"::equals).isPresent() ? "ALWAYS" : "BY DEFAULT");
        }
        return row.text("generation_text")
                .map(text -> typed.with("computed", within(text)))
                .orElse(typed);
    }

    /** Shape: {@code AS (price * 2)} */
    private static String within(String text) {
        return text.strip().replaceFirst("(?is)^as\\s*\\((.*)\\)$", "$1").strip();
    }

    /** Codepage 0 is FOR BIT DATA; lengths count bytes unless it is said of what else. */
    private static String words(Row row) {
        String name = row.required("type_name");
        if (!row.required("type_schema").strip().equals("SYSIBM")) {
            return name;
        }
        String length = row.required("length");
        boolean bits = row.text("codepage").filter("0"::equals).isPresent();
        return switch (name) {
            case "CHARACTER", "VARCHAR" ->
                bits
                        ? name.replace("ACTER", "") + "(" + length + ") FOR BIT DATA"
                        : name.replace("ACTER", "") + "(" + counted(row, length) + ")";
            case "CLOB", "BLOB", "DBCLOB" -> name + "(" + counted(row, length) + ")";
            case "BINARY", "VARBINARY", "GRAPHIC", "VARGRAPHIC" -> name + "(" + length + ")";
            case "DECIMAL" -> name + "(" + length + ", " + row.required("scale") + ")";
            case "DECFLOAT" -> name + "(" + (length.equals("8") ? "16" : "34") + ")";
            case "TIMESTAMP" -> name + "(" + row.required("scale") + ")";
            default -> name;
        };
    }

    private static String counted(Row row, String length) {
        return row.text("units")
                .filter(units -> Set.of("CODEUNITS16", "CODEUNITS32").contains(units.strip()))
                .map(units -> row.required("unit_length") + " " + units.strip())
                .orElse(length);
    }

    // ---- views

    /** The query of CREATE VIEW, or that of a materialized query table in its parentheses. */
    private static String query(String create) {
        Matcher view = VIEW.matcher(create);
        if (!view.matches() || view.group(1) != null) {
            return create;
        }
        Matcher deferred = DEFERRED.matcher(view.group(2));
        return (deferred.matches() ? deferred.group(1) : view.group(2)).strip();
    }
}
