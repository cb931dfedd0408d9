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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Derby's SYS tables are asked (Derby Reference Manual, "Derby system tables").
 *
 * <p>Types, defaults and the columns of keys and indexes are objects there, which SQL cannot take apart, but their texts
 * can be read: {@code VARCHAR(20) NOT NULL}, {@code GENERATED ALWAYS AS ( a+1 )}, {@code UNIQUE BTREE (2 DESC, 1)}.
 */
final class DerbyCatalogue implements Catalogue {

    private static final String IN_SCHEMA = " JOIN sys.sysschemas s ON s.schemaid = t.schemaid AND s.schemaname IN"
            + " ({schemas}) ";

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
                            SELECT s.schemaname AS schema_name, t.tablename AS table_name, c.columnname AS name,
                                c.columndatatype AS data_type, c.columndefault AS default_value,
                                c.autoincrementstart AS start_value, c.autoincrementinc AS increment_by,
                                c.autoincrementcycle AS cycles
                            FROM sys.syscolumns c
                            JOIN sys.systables t ON t.tableid = c.referenceid AND t.tabletype = 'T'
                            JOIN sys.sysschemas s ON s.schemaid = t.schemaid
                            ORDER BY s.schemaname, t.tablename, c.columnnumber""";
                    case KEYS -> """
                            SELECT s.schemaname AS schema_name, t.tablename AS table_name, k.constraintname AS name,
                                CASE k.type WHEN 'P' THEN 'yes' END AS is_primary, k.state, g.descriptor
                            FROM sys.sysconstraints k
                            JOIN sys.systables t ON t.tableid = k.tableid
                            JOIN sys.syskeys y ON y.constraintid = k.constraintid
                            JOIN sys.sysconglomerates g ON g.conglomerateid = y.conglomerateid
                            """ + IN_SCHEMA + "WHERE k.type IN ('P', 'U') ORDER BY 1, 2, 3";
                    case FOREIGN_KEYS -> """
                            SELECT s.schemaname AS schema_name, t.tablename AS table_name, k.constraintname AS name,
                                k.state, g.descriptor, rs.schemaname AS referred_schema, rt.tablename AS referred_table,
                                r.descriptor AS referred_descriptor,
                                CASE f.deleterule WHEN 'S' THEN 'restrict' WHEN 'C' THEN 'cascade' WHEN 'U' THEN 'set null'
                                    WHEN 'D' THEN 'set default' ELSE 'no action' END AS on_delete,
                                CASE f.updaterule WHEN 'S' THEN 'restrict' WHEN 'C' THEN 'cascade' WHEN 'U' THEN 'set null'
                                    WHEN 'D' THEN 'set default' ELSE 'no action' END AS on_update
                            FROM sys.sysconstraints k
                            JOIN sys.systables t ON t.tableid = k.tableid
                            JOIN sys.sysforeignkeys f ON f.constraintid = k.constraintid
                            JOIN sys.sysconglomerates g ON g.conglomerateid = f.conglomerateid
                            JOIN sys.syskeys y ON y.constraintid = f.keyconstraintid
                            JOIN sys.sysconglomerates r ON r.conglomerateid = y.conglomerateid
                            JOIN sys.systables rt ON rt.tableid = r.tableid
                            JOIN sys.sysschemas rs ON rs.schemaid = rt.schemaid
                            """ + IN_SCHEMA + "ORDER BY 1, 2, 3";
                    case CHECKS -> """
                            SELECT s.schemaname AS schema_name, t.tablename AS table_name, k.constraintname AS name,
                                c.checkdefinition AS expression
                            FROM sys.sysconstraints k
                            JOIN sys.syschecks c ON c.constraintid = k.constraintid
                            JOIN sys.systables t ON t.tableid = k.tableid
                            """ + IN_SCHEMA + "ORDER BY 1, 2, 3";
                    case INDEXES -> """
                            SELECT s.schemaname AS schema_name, t.tablename AS table_name, g.conglomeratename AS name,
                                g.descriptor
                            FROM sys.sysconglomerates g
                            JOIN sys.systables t ON t.tableid = g.tableid
                            """ + IN_SCHEMA + "WHERE g.isindex AND NOT g.isconstraint ORDER BY 1, 2, 3";
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
        Map<List<String>, List<String>> columns = new HashMap<>();
        for (Row row : answers.to(Question.COLUMNS)) {
            columns.computeIfAbsent(table(row, "schema_name", "table_name"), any -> new ArrayList<>())
                    .add(row.required("name"));
        }
        return answers.changing(Question.COLUMNS, DerbyCatalogue::column)
                .changing(Question.CHECKS, row -> row.with("expression", within(row.required("expression"))))
                .changing(Question.VIEWS, row -> row.with("query", query(row.required("query"))))
                .with(Question.KEYS, keys(answers.to(Question.KEYS), columns))
                .with(Question.FOREIGN_KEYS, keys(answers.to(Question.FOREIGN_KEYS), columns))
                .with(Question.INDEXES, indexes(answers.to(Question.INDEXES), columns));
    }

    private static List<String> table(Row row, String schema, String name) {
        return List.of(row.required(schema), row.required(name));
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

    private static List<Row> keys(List<Row> rows, Map<List<String>, List<String>> columns) {
        List<Row> keys = new ArrayList<>();
        for (Row row : rows) {
            String state = row.required("state");
            Row deferring = row.with("deferrable", Set.of("i", "e").contains(state) ? "yes" : null)
                    .with("deferred", state.equals("e") ? "yes" : null);
            List<String> own = columns.get(table(row, "schema_name", "table_name"));
            List<Integer> referred = places(row.text("referred_descriptor").orElse("")).stream()
                    .map(Place::number)
                    .toList();
            List<Place> places = places(row.required("descriptor"));
            for (int i = 0; i < places.size(); i++) {
                Row key = deferring.with("column_name", own.get(places.get(i).number() - 1));
                keys.add(
                        referred.isEmpty()
                                ? key
                                : key.with(
                                        "referred_column",
                                        columns.get(table(row, "referred_schema", "referred_table"))
                                                .get(referred.get(i) - 1)));
            }
        }
        return keys;
    }

    private static List<Row> indexes(List<Row> rows, Map<List<String>, List<String>> columns) {
        List<Row> indexes = new ArrayList<>();
        for (Row row : rows) {
            String descriptor = row.required("descriptor");
            List<String> own = columns.get(table(row, "schema_name", "table_name"));
            for (Place place : places(descriptor)) {
                indexes.add(row.with("is_unique", descriptor.startsWith("UNIQUE") ? "yes" : null)
                        .with("part", own.get(place.number() - 1))
                        .with("is_descending", place.descending() ? "yes" : null));
            }
        }
        return indexes;
    }

    /** A column in a key or index, by its number in the table. */
    private record Place(int number, boolean descending) {}

    private static List<Place> places(String descriptor) {
        return PLACE.matcher(descriptor)
                .results()
                .map(place -> new Place(Integer.parseInt(place.group(1)), place.group(2) != null))
                .toList();
    }
}
