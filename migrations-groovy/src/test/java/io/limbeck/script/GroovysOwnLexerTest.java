package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import io.limbeck.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroovysOwnLexerTest {

    private static final String ODD = Cases.text("/tokens/odd.groovy.txt");
    private static final String END_OF_LINE = "(line end)";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void anOddScriptHasTheTokensThatGroovySees(String lineEnd) {
        String script = ODD.replace("\n", lineEnd);
        assertThat(ours(script)).isEqualTo(groovys(script));
    }

    @Test
    void itsLinesInAnyOrderDoToo() {
        List<String> lines = ODD.lines()
                .skip(1)
                .filter(line -> line.chars()
                                .filter(c -> c == '(' || c == '[' || c == '{')
                                .count()
                        == line.chars()
                                .filter(c -> c == ')' || c == ']' || c == '}')
                                .count())
                .filter(line -> !line.contains("'''")
                        && !line.contains("$/c")
                        && !line.startsWith("d/$")
                        && !line.endsWith("\\")
                        && !line.strip().startsWith("/"))
                .toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                script.append(lines.get(random.nextInt(lines.size()))).append(random.nextInt(3) == 0 ? "; " : "\n");
            }
            String text = script.toString().replaceAll("//.*", "");
            assertThat(ours(text)).as("seed %s", seed).isEqualTo(groovys(text));
        }
    }

    private static List<String> ours(String script) {
        List<String> texts = new ArrayList<>();
        for (Token token : GroovyLexer.tokens(SourceText.of("odd.groovy", script))) {
            boolean lineEnd = token.kind() == Kind.NEWLINE;
            add(texts, lineEnd ? END_OF_LINE : token.start() + " " + token.text());
        }
        return texts;
    }

    private static List<String> groovys(String script) {
        List<String> texts = new ArrayList<>();
        new GroovyLangLexer(CharStreams.fromString(script))
                .getAllTokens().stream()
                        .filter(token -> token.getChannel() == 0)
                        .forEach(token -> {
                            boolean lineEnd = token.getType() == GroovyLangLexer.NL;
                            String text = token.getText();
                            if (text.startsWith("!in")) {
                                add(texts, token.getStartIndex() + " !");
                                add(texts, token.getStartIndex() + 1 + " " + text.substring(1));
                            } else {
                                add(texts, lineEnd ? END_OF_LINE : token.getStartIndex() + " " + text);
                            }
                        });
        return texts;
    }

    /** Comments are line ends to Groovy, so runs of them count once, and at the ends not at all. */
    private static void add(List<String> texts, String text) {
        boolean again = texts.isEmpty() || texts.get(texts.size() - 1).equals(END_OF_LINE);
        if (!text.equals(END_OF_LINE) || !again) {
            texts.add(text);
        }
    }
}
