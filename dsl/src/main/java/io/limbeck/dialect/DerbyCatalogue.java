package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Derby's SYS tables are asked (Derby Reference Manual, "Derby system tables").
 *
 * <p>Types, defaults and the columns of keys and indexes are objects there, which SQL cannot take apart, but their texts
 * can be read: {@code VARCHAR(20) NOT NULL}, {@code GENERATED ALWAYS AS ( a+1 )}, {@code UNIQUE BTREE (2 DESC, 1)}. What
 * belongs to a table is told with the table's number alone, since Derby takes a minute to think about joining many tables.
 */
final class DerbyCatalogue implements Catalogue {

    private static final String IN_SCHEMA =
            " JOIN sys.sysschemas s ON s.schemaid = t.schemaid AND s.schemaname IN" + " ({schemas}) ";

    private static final Pattern PLACE = Pattern.compile("(\\d+)( DESC)?");
    private static final Pattern GENERATED = Pattern.compile("GENERATED ALWAYS AS \\((.*)\\)", Pattern.DOTALL);
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)";
    private static final Pattern VIEW = Pattern.compile(
            "(?is)\\s*create\\s+view\\s+(?:" + NAME + "\\s*\\.\\s*)?(" + NAME + ")\\s*(\\([^)]*\\))?\\s*as\\b(.*)");

    @Override
    public Optional<String> query(Question question) {
        return Optional.ofNullable(
                switch (question) {
                    case SCHEMAS -> "SELECT schemaname AS name FROM sys.sysschemas WHERE schemaname IN ({schemas})";
                    case TABLES ->
                        "SELECT s.schemaname AS schema_name, t.tablename AS name FROM sys.systables t" + IN_SCHEMA
                                + "WHERE t.tabletype = 'T' ORDER BY 1, 2";
                    case COLUMNS -> """
                            SELECT t.tableid AS table_id, s.schemaname AS schema_name, t.tablename AS table_name,
                                c.columnname AS name, c.columndatatype AS data_type, c.columndefault AS default_value,
                                c.autoincrementstart AS start_value, c.autoincrementinc AS increment_by,
                                c.autoincrementcycle AS cycles
                            FROM sys.syscolumns c
                            JOIN sys.systables t ON t.tableid = c.referenceid AND t.tabletype = 'T'
                            JOIN sys.sysschemas s ON s.schemaid = t.schemaid
                            ORDER BY s.schemaname, t.tablename, c.columnnumber""";
                    case KEYS -> """
                            SELECT k.constraintid AS key_id, k.tableid AS table_id, k.constraintname AS name,
                                CASE k.type WHEN 'P' THEN 'yes' END AS is_primary, k.state, g.descriptor
                            FROM sys.sysconstraints k
                            JOIN sys.syskeys y ON y.constraintid = k.constraintid
                            JOIN sys.sysconglomerates g ON g.conglomerateid = y.conglomerateid AND g.tableid = k.tableid
                            WHERE k.type IN ('P', 'U')
                            ORDER BY k.constraintname""";
                    case FOREIGN_KEYS -> """
                            SELECT k.tableid AS table_id, k.constraintname AS name, k.state, g.descriptor,
                                f.keyconstraintid AS referred_key,
                                CASE f.deleterule WHEN 'S' THEN 'restrict' WHEN 'C' THEN 'cascade' WHEN 'U' THEN 'set null'
                                    WHEN 'D' THEN 'set default' ELSE 'no action' END AS on_delete,
                                CASE f.updaterule WHEN 'S' THEN 'restrict' WHEN 'C' THEN 'cascade' WHEN 'U' THEN 'set null'
                                    WHEN 'D' THEN 'set default' ELSE 'no action' END AS on_update
                            FROM sys.sysconstraints k
                            JOIN sys.sysforeignkeys f ON f.constraintid = k.constraintid
                            JOIN sys.sysconglomerates g ON g.conglomerateid = f.conglomerateid AND g.tableid = k.tableid
                            ORDER BY k.constraintname""";
                    case CHECKS -> """
                            SELECT k.tableid AS table_id, k.constraintname AS name, c.checkdefinition AS expression
                            FROM sys.sysconstraints k
                            JOIN sys.syschecks c ON c.constraintid = k.constraintid
                            ORDER BY k.constraintname""";
                    case INDEXES -> """
                            SELECT g.tableid AS table_id, g.conglomeratename AS name, g.descriptor
                            FROM sys.sysconglomerates g
                            WHERE g.isindex AND NOT g.isconstraint
                            ORDER BY g.conglomeratename""";
                    case SEQUENCES -> """
                            SELECT s.schemaname AS schema_name, t.sequencename AS name, t.sequencedatatype AS data_type,
                                t.startvalue AS start_value, t.increment AS increment_by, t.minimumvalue AS min_value,
                                t.maximumvalue AS max_value, t.cycleoption AS cycles
                            FROM sys.syssequences t
                            """ + IN_SCHEMA;
                    case VIEWS -> """
                            SELECT s.schemaname AS schema_name, t.tablename AS name, v.viewdefinition AS query
                            FROM sys.sysviews v
                            JOIN sys.systables t ON t.tableid = v.tableid
                            """ + IN_SCHEMA;
                    case EXCLUSIONS, ENUMS -> null;
                });
    }

    @Override
    public Answers meant(Answers answers) {
        Map<String, Owner> owners = new HashMap<>();
        for (Row row : answers.to(Question.COLUMNS)) {
            owners.computeIfAbsent(
                            row.required("table_id"),
                            any -> new Owner(
                                    row.required("schema_name"), row.required("table_name"), new ArrayList<>()))
                    .columns()
                    .add(row.required("name"));
        }
        Map<String, Row> keys = new HashMap<>();
        answers.to(Question.KEYS).forEach(row -> keys.put(row.required("key_id"), row));
        return answers.changing(Question.COLUMNS, DerbyCatalogue::column)
                .changing(Question.SEQUENCES, TypeEnds::untold)
                .changing(Question.VIEWS, row -> row.with("query", query(row.required("query"))))
                .with(Question.KEYS, parts(answers.to(Question.KEYS), owners, DerbyCatalogue::key))
                .with(
                        Question.FOREIGN_KEYS,
                        parts(answers.to(Question.FOREIGN_KEYS), owners, row -> foreignKey(row, keys, owners)))
                .with(
                        Question.CHECKS,
                        parts(
                                answers.to(Question.CHECKS),
                                owners,
                                row -> List.of(row.with("expression", within(row.required("expression"))))))
                .with(Question.INDEXES, parts(answers.to(Question.INDEXES), owners, DerbyCatalogue::index));
    }

    /** A table and its columns in order. */
    private record Owner(String schema, String table, List<String> columns) {}

    /** The rows of what belongs to tables, each made one a column or more, with names for numbers. */
    private static List<Row> parts(List<Row> rows, Map<String, Owner> owners, Function<Row, List<Row>> parts) {
        List<Row> named = new ArrayList<>();
        for (Row row : rows) {
            Owner owner = owners.get(row.required("table_id"));
            if (owner != null) {
                for (Row part : parts.apply(row)) {
                    Optional<String> number = part.text("column_number");
                    String column = number.map(at -> owner.columns().get(Integer.parseInt(at) - 1))
                            .orElse(null);
                    named.add(part.with("schema_name", owner.schema())
                            .with("table_name", owner.table())
                            .with("column_name", column)
                            .with("part", column));
                }
            }
        }
        return named;
    }

    private static Row column(Row row) {
        String type = row.required("data_type");
        Row typed = row.with("data_type", type.replaceFirst(" NOT NULL$", ""))
                .with("nullable", type.endsWith(" NOT NULL") ? "no" : "yes");
        Optional<String> value = row.text("default_value");
        if (row.text("increment_by").isPresent()) {
            return typed.with("identity", value.isPresent() ? "BY DEFAULT" : "ALWAYS");
        }
        Matcher rule = GENERATED.matcher(value.orElse(""));
        return rule.matches() ? typed.with("computed", rule.group(1).strip()) : typed;
    }

    private static String within(String parentheses) {
        return parentheses.replaceFirst("(?s)^\\((.*)\\)$", "$1");
    }

    /** The query of a CREATE VIEW; names for its columns are said of the query. */
    private static String query(String create) {
        Matcher view = VIEW.matcher(create);
        if (!view.matches()) {
            return create;
        }
        String query = view.group(3).strip();
        return view.group(2) == null ? query : "SELECT * FROM (" + query + ") " + view.group(1) + " " + view.group(2);
    }

    // ---- keys and indexes

    private static List<Row> key(Row row) {
        String state = row.required("state");
        return places(row).stream()
                .map(place -> row.with("column_number", place.group(1))
                        .with("deferrable", Set.of("i", "e").contains(state) ? "yes" : null)
                        .with("deferred", state.equals("e") ? "yes" : null))
                .toList();
    }

    private static List<Row> foreignKey(Row row, Map<String, Row> keys, Map<String, Owner> owners) {
        Row referred = keys.get(row.required("referred_key"));
        Owner owner = owners.get(referred.required("table_id"));
        List<MatchResult> places = places(referred);
        List<Row> own = key(row);
        List<Row> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            int number = Integer.parseInt(places.get(i).group(1));
            pairs.add(own.get(i)
                    .with("referred_schema", owner.schema())
                    .with("referred_table", owner.table())
                    .with("referred_column", owner.columns().get(number - 1)));
        }
        return pairs;
    }

    private static List<Row> index(Row row) {
        String unique = row.required("descriptor").startsWith("UNIQUE") ? "yes" : null;
        return places(row).stream()
                .map(place -> row.with("is_unique", unique)
                        .with("column_number", place.group(1))
                        .with("is_descending", place.group(2) == null ? null : "yes"))
                .toList();
    }

    private static List<MatchResult> places(Row row) {
        return PLACE.matcher(row.required("descriptor")).results().toList();
    }
}
