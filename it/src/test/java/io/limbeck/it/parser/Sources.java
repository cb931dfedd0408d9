package io.limbeck.it.parser;

import io.limbeck.Limbeck;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.it.ShippedScripts;
import io.limbeck.revision.Direction;
import io.limbeck.script.SourceText;
import io.limbeck.script.SqlSplitter;
import io.limbeck.script.SqlStatement;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.Statement;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the statements of a dialect come from, each with a name that says where. */
final class Sources {

    /** A statement in a string, and one in a branch on lines of its own. */
    private static final Pattern INNER = Pattern.compile(
            "EXECUTE IMMEDIATE '((?:[^']|'')*)';|^(?:IF .*|ELSE)\\n((?:    .*(?:\\n|\\z))+)", Pattern.MULTILINE);

    private Sources() {}

    /**
     * What a golden case sends for a dialect: before, for, and to undo its script.
     *
     * @param dialect perhaps with a version
     * @param isWhole whether the script is among it, and is SQL from its beginning to its end
     */
    record Sending(GoldenCase golden, String dialect, List<String> statements, boolean isWhole) {

        static Sending of(GoldenCase golden, String dialect) {
            Outcome outcome = Outcome.of(golden, dialect);
            Stream<Outcome.Sent> script = Stream.concat(outcome.forward().stream(), outcome.backward().stream());
            List<Statement> sent = Stream.concat(
                            outcome.setup().stream(), outcome.problems().isEmpty() ? script : Stream.empty())
                    .map(Outcome.Sent::statement)
                    .toList();
            return new Sending(
                    golden,
                    dialect,
                    sent.stream()
                            .flatMap(Sources::texts)
                            .flatMap(Sources::withInner)
                            .toList(),
                    outcome.problems().isEmpty() && sent.stream().noneMatch(Statement.Code.class::isInstance));
        }
    }

    /** Every golden case of a dialect. */
    static List<Sending> sendings(String dialect) {
        return GoldenCases.all().stream()
                .flatMap(golden -> golden.namesOf(dialect).stream().map(name -> Sending.of(golden, name)))
                .toList();
    }

    /** Each statement of them, and where it is first. */
    static Map<String, String> golden(List<Sending> sendings) {
        Map<String, String> statements = new LinkedHashMap<>();
        sendings.forEach(sending -> sending.statements()
                .forEach(sql -> statements.putIfAbsent(sql, sending.golden().name() + " as " + sending.dialect())));
        return statements;
    }

    private static Stream<String> texts(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return Stream.of(sql.text());
        }
        if (statement instanceof Statement.Rows rows) {
            return rows.statements();
        }
        return statement instanceof Statement.Code code
                ? code.offline().stream().flatMap(List::stream)
                : Stream.empty();
    }

    /** A statement, and those that it holds as strings. */
    private static Stream<String> withInner(String sql) {
        return Stream.concat(
                Stream.of(sql),
                INNER.matcher(sql)
                        .results()
                        .map(inner -> inner.group(1) == null
                                ? inner.group(2).stripIndent().strip()
                                : inner.group(1).replace("''", "'")));
    }

    /** The statements of the written scripts that take the shop up and down again. */
    static Map<String, String> shop(String dialect) {
        Map<String, String> statements = new LinkedHashMap<>();
        for (Direction direction : List.of(Direction.UPGRADE, Direction.DOWNGRADE)) {
            StringWriter script = new StringWriter();
            String range = direction == Direction.UPGRADE ? "base:heads" : "heads:base";
            Limbeck.configure()
                    .directory(Path.of("shop/src/main/db"))
                    .dialect(dialect)
                    .load()
                    .sql(direction, range, script);
            split(withoutClientLines(script.toString(), Dialects.of(dialect)), Dialects.of(dialect))
                    .forEach(sql -> statements.putIfAbsent(sql, "the shop's " + direction));
        }
        return statements;
    }

    private static String withoutClientLines(String script, Dialect dialect) {
        List<String> lines = new ArrayList<>(script.lines().toList());
        lines.removeAll(dialect.clientProfile().header());
        lines.removeAll(dialect.clientProfile().footer());
        return String.join("\n", lines);
    }

    /** The statements of a script that a library ships. */
    static List<String> shipped(String resource, String dialect) {
        return split(ShippedScripts.read(resource), Dialects.of(dialect));
    }

    /** Statement by statement, where a batch would hold several too. */
    private static List<String> split(String script, Dialect dialect) {
        ScriptRules rules = dialect.scriptRules().with(ScriptRules.Trait.SEMICOLONS);
        return SqlSplitter.split(SourceText.of("script.sql", script), rules).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
