package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    private static final String SCRIPT = """
            revision 'a1', down: ['b2', 'c3'], message: 'it''s'
            upgrade {
                createTable('t') { column 'id', bigint, default: -1 }
                for (int i = 0; i < 3; i++) { insert 't', [id: i / 2, name: "n${i}", re: /a b/] }
                if (dialect == 'h2') { execute '''select  1
              from t''' } else { data { sql -> sql.execute 'x' } }
            }
            downgrade { dropTable 't' }
            """.replace("it''s", "it is");
    private static final String[] FILLERS = {" ", "  \t", "/* c */", " /* ' */ ", ""};
    private static final String[] LINE_FILLERS = {"\n", "\r\n", " // it's\n", "\n\n", " \r\n\t", ";\n", "/* a\n */\n"};

    private static String checksum(String script) {
        return Checksum.of(GroovyLexer.tokens(SourceText.of("script.groovy", script)));
    }

    @Test
    void isVersionedAndFitsItsColumn() {
        assertThat(checksum(SCRIPT)).matches("1:[0-9a-f]{64}");
    }

    @Test
    void commentsWhiteSpaceAndLineEndingsDoNotCount() {
        String expected = checksum(SCRIPT);
        assertThat(checksum(SCRIPT.replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(checksum("#!/usr/bin/groovy\n" + SCRIPT)).isEqualTo(expected);
        List<Token> tokens = GroovyLexer.tokens(SourceText.of("script.groovy", SCRIPT));
        for (int seed = 0; seed < 300; seed++) {
            assertThat(checksum(respaced(tokens, new Random(seed))))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyTokenCounts() {
        String expected = checksum(SCRIPT);
        List<Token> tokens = GroovyLexer.tokens(SourceText.of("script.groovy", SCRIPT));
        for (Token token : tokens) {
            String other = switch (token.kind()) {
                case IDENTIFIER, KEYWORD -> "other";
                case NUMBER -> token.text() + "1";
                case STRING -> "'" + token.string().replace("\n", "") + " '";
                case GSTRING -> "\"other${1}\"";
                case SYMBOL -> Outline.depth(token) != 0 || token.is(";") ? null : "+".equals(token.text()) ? "-" : "+";
                case NEWLINE -> null;
            };
            if (other != null) {
                String changed = SCRIPT.substring(0, token.start()) + " " + other + " " + SCRIPT.substring(token.end());
                assertThat(checksum(changed)).as(token.toString()).isNotEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "same | a 'x' | a \"x\"",
                "same | a { b } | a {\\n  b\\n}\\n",
                "same | a\\nb | a; b;",
                "same | a b,\\n c | a b, c",
                "same | a\\n  .b() | a.b()",
                "same | x = 1 +\\n 2 | x = 1 + 2",
                "same | if (a) { b }\\nelse { c } | if (a) { b } else { c }",
                "same | a { x ->\\n b } | a { x -> b }",
                "other | a\\nb | a b",
                "other | a\\n{ b } | a { b }",
                "other | x = 1\\n-2 | x = 1 - 2",
                "other | a 'b' | a b",
                "other | a 'b', 'c' | a 'b, c'",
                "other | for (;;a) {} | for (;a;) {}",
                "other | for (;;) {} | for () {}",
                "other | a 1 | a 1L",
                "other | a '1' | a 1",
                "other | a '${b}' | a \"${b}\"",
                "other | ab | a b",
                "other | a 'x ' | a 'x'",
            })
    void whatSeparatesNothingDoesNotCount(String verdict, String one, String two) {
        String left = checksum(one.replace("\\n", "\n"));
        String right = checksum(two.replace("\\n", "\n"));
        assertThat(left.equals(right) ? "same" : "other").isEqualTo(verdict);
    }

    /** The same tokens with other white space and comments between them. */
    private static String respaced(List<Token> tokens, Random random) {
        StringBuilder out = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NEWLINE) {
                out.append(LINE_FILLERS[random.nextInt(LINE_FILLERS.length)]);
            } else {
                out.append(token.text())
                        .append(random.nextBoolean() ? " " : " " + FILLERS[random.nextInt(FILLERS.length)]);
            }
            if (token.is("{") || token.is(",")) {
                out.append(random.nextBoolean() ? "\n" : "");
            }
        }
        return out.toString();
    }
}
