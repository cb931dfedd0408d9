package io.limbeck.it.catalogue;

import static io.limbeck.it.catalogue.CatalogueReader.query;

import io.limbeck.it.catalogue.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the statements that SQLite keeps, and takes them apart: there is no other place that tells of constraints' names
 * and checks. What no statement says, such as the columns that are there, is asked of its pragmas.
 */
final class SqliteCatalogue implements CatalogueReader {
    private static final Pattern SIMPLE = Pattern.compile("\"([a-z_][a-z0-9_]*)\"");
    private static final Pattern RULE = Pattern.compile(
            "(?i)(?:^|\\s)(?:CONSTRAINT\\s+(\\S+)\\s+)"
                    + "(PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|REFERENCES)\\b(.*?)(?=\\sCONSTRAINT\\s|$)",
            Pattern.DOTALL);

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        var facts = new ArrayList<Fact>();
        query(
                        connection,
                        "select type, name, tbl_name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%'",
                        row -> {
                            var sql = plain(row.getString(4));
                            var name = row.getString(2);
                            return switch (row.getString(1)) {
                                case "table" -> table("table " + name, sql);
                                case "index" ->
                                    Stream.of(new Fact(
                                            "table " + row.getString(3),
                                            Kind.INDEX,
                                            name,
                                            false,
                                            (sql.startsWith("CREATE UNIQUE") ? "unique " : "")
                                                    + sql.substring(sql.indexOf('('))));
                                default ->
                                    Stream.of(new Fact(
                                            row.getString(1) + " " + name,
                                            Kind.DEFINITION,
                                            sql.replaceFirst("(?is)^.*?\\sAS\\s+", "")));
                            };
                        })
                .forEach(its -> its.forEach(facts::add));
        facts.addAll(query(
                connection,
                "select 'table ' || t.name, c.name || ' ' || c.type || case c.\"notnull\" when 1 then ' not null' else '' end"
                        + " || case when c.pk > 0 then ' key ' || c.pk else '' end || ' hidden ' || c.hidden"
                        + " || coalesce(' default ' || c.dflt_value, '')"
                        + " from sqlite_schema t, pragma_table_xinfo(t.name) c"
                        + " where t.type = 'table' and t.name not like 'sqlite_%' order by 1, c.cid",
                row -> Fact.column(
                        row.getString(1),
                        row.getString(2).split(" ", 2)[0],
                        row.getString(2).split(" ", 2)[1])));
        facts.addAll(query(
                connection,
                "select 'table ' || t.name, '(' || f.\"from\" || ') references ' || f.\"table\" || '(' || f.\"to\" || ') '"
                        + " || f.on_delete || ' ' || f.on_update || ' ' || f.seq"
                        + " from sqlite_schema t, pragma_foreign_key_list(t.name) f where t.type = 'table'",
                row -> new Fact(row.getString(1), Kind.FOREIGN_KEY, row.getString(2))));
        return facts;
    }

    /** Names without quotes that they can do without, which a rename leaves here and there. */
    private static String plain(String sql) {
        return SIMPLE.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    }

    private static Stream<Fact> table(String table, String sql) {
        var facts = new ArrayList<Fact>();
        for (var piece : pieces(sql.substring(sql.indexOf('(') + 1, sql.lastIndexOf(')')))) {
            var column = piece.startsWith("CONSTRAINT ") ? "" : piece.split("\\s", 2)[0];
            var rule = RULE.matcher(piece);
            while (rule.find()) {
                var inline = rule.group(2).equalsIgnoreCase("REFERENCES");
                var kind = inline
                        ? Kind.FOREIGN_KEY
                        : Kind.valueOf(rule.group(2).toUpperCase().replace(' ', '_'));
                facts.add(new Fact(
                        table,
                        kind,
                        rule.group(1),
                        false,
                        inline ? "(" + column + ") REFERENCES" + rule.group(3) : rule.group(3)));
            }
            if (!column.isEmpty()) {
                var guards = Pattern.compile("\\bCHECK \\(.*|GENERATED ALWAYS.*|COLLATE \\S+")
                        .matcher(rule.replaceAll(""));
                while (guards.find()) {
                    facts.add(new Fact(table, Kind.DEFINITION, column + ": " + guards.group()));
                }
            }
        }
        return facts.stream();
    }

    /** What stands between commas, but for those in parentheses and strings. */
    private static List<String> pieces(String body) {
        var pieces = new ArrayList<String>();
        var depth = 0;
        var quoted = false;
        var from = 0;
        for (var i = 0; i < body.length(); i++) {
            var character = body.charAt(i);
            quoted ^= character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && depth == 0 && !quoted) {
                pieces.add(body.substring(from, i).strip());
                from = i + 1;
            }
        }
        pieces.add(body.substring(from).strip());
        return pieces;
    }
}
