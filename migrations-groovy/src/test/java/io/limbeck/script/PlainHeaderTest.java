package io.limbeck.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision 'a1'",
                "revision 'a1', down: 'b1', message: 'it is // no comment'",
                "// why\n/* and\n how */\nrevision \"a1\", down: ['b1', 'c1'],\n    labels: ['shop'], dependsOn: 'd1'",
                "revision 'a1', replaces: ['b1',\n  'c1'] // both",
                "\r\nrevision 'a1', message: 'x'\r",
                "// née\nrevision 'a1', message: 'für Größe', down: 'b1'",
            })
    void isReadAsTheWholeLanguageReadsIt(String header) {
        String text = header + "\n\nupgrade {\n}\n";
        assertThat(PlainHeader.read("a.groovy", text.getBytes(UTF_8)))
                .contains(Outline.read(SourceText.of("a.groovy", text)).header());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision('a1')",
                "import x.Y\nrevision 'a1'",
                "revision 'a' + '1'",
                "revision 'a1', down: \"${x}\"",
                "revision 'a1', down: 'b\\u0031'",
                "revision 'a1', douwn: 'b1'",
                "revision 'a1', down: 'b1', down: 'c1'",
                "revision 'a1', message: ['x']",
                "revision 'a1'\n.foo()",
                "revision 'a b'",
                "revision ''",
                "repeatable 'a1'",
                "def x = 1",
                "revision 'a1",
                "",
                "revision 'a1'\n<<<<<<< ours"
            })
    void whatIsNotPlainIsLeftToTheWholeLanguage(String header) {
        assertThat(PlainHeader.read("a.groovy", (header + "\nupgrade {\n}\n").getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void everyMutationOfAHeaderIsReadAlikeOrLeft() {
        String text = "// x\nrevision 'a1', down: ['b1', 'c1'], message: 'create'\n\nupgrade {\n}\n";
        String letters = "'\"\\$[](),:;/*\n .+a{}#@";
        for (int at = 0; at < text.indexOf("upgrade"); at++) {
            for (char letter : letters.toCharArray()) {
                same(text.substring(0, at) + letter + text.substring(at));
                same(text.substring(0, at) + letter + text.substring(at + 1));
            }
        }
    }

    private static void same(String text) {
        Optional<Header> plain = PlainHeader.read("a.groovy", text.getBytes(UTF_8));
        if (plain.isPresent()) {
            try {
                assertThat(plain.get())
                        .as(text)
                        .isEqualTo(Outline.read(SourceText.of("a.groovy", text)).header());
            } catch (LimbeckException refused) {
                throw new AssertionError(text, refused);
            }
        }
    }
}
