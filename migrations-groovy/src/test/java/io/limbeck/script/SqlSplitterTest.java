package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import io.limbeck.sql.ScriptRules;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlSplitterTest {

    private static final String[] PIECES = {
        "select",
        " ",
        "\n",
        ";",
        "'",
        "\"",
        "`",
        "[",
        "]",
        "$$",
        "$a$",
        "$",
        "/*",
        "*/",
        "--",
        "#",
        "\\",
        "GO\n",
        "/\n",
        "DELIMITER ",
        "-- limbeck:whole\n",
        "-- limbeck:delimiter $$\n",
        "begin",
        "end",
        "atomic",
        "create trigger",
        "case",
        "q'[",
        "]'",
        "E'",
        "x",
        "(",
        ")",
        "1",
        "\r\n",
        "é",
        "\uD83D\uDE00",
        ".",
        "if",
        "\nGO 1\n",
        "/*!",
        "--#SET TERMINATOR @\n"
    };

    static Stream<Arguments> cases() {
        return Cases.read("/statements/cases.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void statementsAreCutAsTheClientCutsThem(String name, String rules, String input, String outcome) {
        assertThat(outcome(input, Rules.of(rules))).isEqualTo(outcome);
    }

    @Test
    void anyTextIsCutOrRefused() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            String text = Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
                    .limit(random.nextInt(40))
                    .collect(Collectors.joining());
            for (ScriptRules rules : Rules.all()) {
                SourceText source = SourceText.of("random.sql", text);
                assertThat(outcome(text, rules)).as("seed %s", seed).isNotNull();
                try {
                    for (SqlStatement statement : SqlSplitter.split(source, rules)) {
                        assertThat(statement.text()).isNotBlank();
                        int offset = source.start(statement.place().line())
                                + statement.place().column()
                                - 1;
                        assertThat(text.substring(offset)).startsWith(statement.text());
                    }
                } catch (LimbeckException e) {
                    assertThat(e.problems()).hasSize(1);
                }
            }
        }
    }

    @Test
    void aLongTextIsReadOnce() {
        for (String part :
                List.of("(", "$", "'", "q'", "\\'", "/*", "-- \n", "GO  ", "$a", "begin ", " \n", "[", "/* */")) {
            String text = part.repeat(200_000);
            for (ScriptRules rules : Rules.all()) {
                assertThat(outcome(text, rules)).isNotNull();
            }
        }
    }

    /** Each statement behind its line and column, or the problem. */
    private static String outcome(String input, ScriptRules rules) {
        try {
            return SqlSplitter.split(SourceText.of("script.sql", input), rules).stream()
                    .map(statement ->
                            statement.place().line() + ":" + statement.place().column() + " " + statement.text())
                    .collect(Collectors.joining("\n"));
        } catch (LimbeckException e) {
            return e.getMessage();
        }
    }
}
