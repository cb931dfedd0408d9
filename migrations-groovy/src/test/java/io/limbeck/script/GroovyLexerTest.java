package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import io.limbeck.error.LimbeckException;
import io.limbeck.script.Token.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GroovyLexerTest {

    private static final GroovyShell GROOVY = new GroovyShell();
    private static final String[] STRING_PIECES = {
        "a", "n", "u", "0041", "1", "7", "\\", "\\\\", "\\n", "\\u0041", "\\101", "\\'", "\\\"", "\\$", "\\\n", "/ ",
        "\\/", "$$", "\n", "\r\n", "é", " ", "\\s", "{"
    };

    static Stream<Arguments> cases() {
        return Cases.read("/tokens/cases.txt");
    }

    static Stream<String> literals() {
        return Stream.of("strings", "numbers")
                .flatMap(file -> Cases.text("/literals/" + file + ".txt").lines());
    }

    static Stream<String> joinedLines() {
        return Stream.of(
                "'a\\\nb'",
                "'''a\\\nb\nc'''",
                "'''a\r\nb'''",
                "'''a\\\r\nb'''",
                "\"\"\"a\n\n  b\"\"\"",
                "/a\r\nb\\\nc/",
                "$/a\r\nb/$",
                "'a\\\\\\\nb'");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tokens(String name, String rules, String input, String outcome) {
        assertThat(outcome(input)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource({"literals", "joinedLines"})
    void aLiteralMeansWhatGroovySaysItMeans(String literal) {
        assertMeansTheSame(literal);
    }

    @Test
    void stringsMadeAtRandomMeanWhatGroovySaysTheyMean() {
        int compared = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            String body = Stream.generate(() -> STRING_PIECES[random.nextInt(STRING_PIECES.length)])
                    .limit(1 + random.nextInt(6))
                    .collect(Collectors.joining());
            Quote quote = Quote.values()[random.nextInt(Quote.values().length)];
            String literal = quote.opening + body + quote.closing;
            List<Token> tokens;
            try {
                tokens = GroovyLexer.tokens(SourceText.of("random.groovy", literal));
            } catch (LimbeckException e) {
                continue;
            }
            if (tokens.size() == 1 && tokens.get(0).kind() == Kind.STRING) {
                assertMeansTheSame(literal);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void aLongScriptIsReadOnce() {
        for (String part :
                List.of("\\\\", "'a' ", "\"${", "/", "$", "a/b ", "(", "1_", "\"\\$\" ", "\n;", "/* */", "'\\u")) {
            assertThat(outcome(part.repeat(100_000))).isNotNull();
            assertThat(outcome("'''" + part.repeat(100_000) + "'''")).isNotNull();
        }
    }

    private static void assertMeansTheSame(String literal) {
        List<Token> tokens = GroovyLexer.tokens(SourceText.of("literal.groovy", literal));
        assertThat(tokens).as(literal).hasSize(1);
        Object meant = GROOVY.evaluate("x = " + literal);
        assertThat(tokens.get(0).value()).as(literal).isEqualTo(meant).hasSameClassAs(meant);
    }

    /** One token a line: place, kind, value or text; or the problem. */
    private static String outcome(String input) {
        SourceText source = SourceText.of("script.groovy", input);
        try {
            return GroovyLexer.tokens(source).stream()
                    .map(token -> line(source, token))
                    .collect(Collectors.joining("\n"));
        } catch (LimbeckException e) {
            return e.getMessage();
        }
    }

    private static String line(SourceText source, Token token) {
        String what = token.value() == null ? token.text() : token.value().toString();
        String place = source.place(token.start()).toString().replace("script.groovy:", "");
        return place + " " + token.kind() + " "
                + what.replace("\n", "\\n").replace("\r", "\\r").strip();
    }
}
