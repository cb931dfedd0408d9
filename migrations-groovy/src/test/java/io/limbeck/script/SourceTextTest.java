package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    private static SourceText decode(String text) {
        return SourceText.decode("a.groovy", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\ncd\n\nef", "ab\r\ncd\r\n\r\nef", "ab\rcd\r\ref", "\uFEFFab\ncd\r\n\ref"})
    void everyOffsetHasAPlaceWhateverEndsTheLines(String text) {
        SourceText source = decode(text);
        assertThat(source.lines()).isEqualTo(4);
        assertThat(source.line(2)).isEqualTo("cd");
        assertThat(source.line(3)).isEmpty();
        assertThat(source.place(source.text().indexOf('d'))).hasToString("a.groovy:2:2");
        assertThat(source.place(source.text().indexOf('d')).text()).isEqualTo("cd");
        assertThat(source.place(source.text().length())).hasToString("a.groovy:4:3");
        assertThat(source.place(0)).hasToString("a.groovy:1:1");
    }

    @Test
    void invalidUtf8IsAProblemWithItsLine() {
        byte[] latin = "one\r\ntwo 'Gr\u00fc\u00dfe'\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SourceText.decode("a.groovy", latin))
                .isInstanceOf(LimbeckException.class)
                .hasMessageStartingWith("a.groovy:2:8: byte 0xFC is not valid UTF-8\n    two 'Gr");
        byte[] cut = {'a', '\n', (byte) 0xC3};
        assertThatThrownBy(() -> SourceText.decode("a.groovy", cut)).hasMessageStartingWith("a.groovy:2:1: byte 0xC3");
    }

    @Test
    void mergeConflictsAreFoundBeforeAnythingElse() {
        assertThatThrownBy(() -> decode("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n<<<<<<< x\n"))
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code() + " " + problem.where())
                                .containsExactly("conflict-marker a.groovy:2:1", "conflict-marker a.groovy:7:1"))
                .hasMessageContaining("db:merge");
        assertThat(decode("/*\nTitle\n=======\n x <<<<<<< y\n*/").lines()).isEqualTo(5);
    }

    @Test
    void aFileThatCannotBeReadIsAProblemOfTheSetUp(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.groovy");
        assertThatThrownBy(() -> SourceText.read(file, "a.groovy"))
                .isInstanceOfSatisfying(
                        LimbeckException.class, e -> assertThat(e.kind()).isEqualTo(LimbeckException.Kind.SETUP))
                .hasMessageStartingWith("a.groovy: the file does not exist");
        assertThatThrownBy(() -> SourceText.read(folder, "folder")).hasMessageContaining("this is a folder");
        Files.writeString(file, "\uFEFFrevision 'a'");
        assertThat(SourceText.read(file, "a.groovy").text()).isEqualTo("revision 'a'");
    }
}
