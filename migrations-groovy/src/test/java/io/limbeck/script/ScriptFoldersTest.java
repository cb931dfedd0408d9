package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Script folders")
class ScriptFoldersTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aScript() throws Exception {
        Files.writeString(folder.resolve("b2.groovy"), "revision 'b2'\n\nupgrade {\n}\n");
    }

    private List<ScriptFile> scripts() {
        try (ScriptFolders folders = new ScriptFolders(getClass().getClassLoader())) {
            return folders.scripts(List.of(folder.toString()));
        }
    }

    @Test
    @DisplayName("are read in the order of names, inner folders among them, without what is hidden or no script")
    void areReadInOrder() throws Exception {
        Files.createDirectories(folder.resolve("a/deep"));
        Files.writeString(folder.resolve("a/deep/c3.sql"), "-- revision: c3\n-- down: b2\n-- upgrade\nselect 1;\n");
        Files.writeString(folder.resolve("a/a1.groovy"), "revision 'a1'\n\nupgrade {\n}\n");
        Files.writeString(folder.resolve(".hidden.groovy"), "?");
        Files.writeString(folder.resolve("notes.txt"), "?");
        assertThat(scripts()).extracting(ScriptFile::name).containsExactly("a/a1.groovy", "a/deep/c3.sql", "b2.groovy");
        assertThat(scripts().get(1).folder()).isEqualTo(folder.resolve("a/deep"));
    }

    @Test
    @DisplayName("tell together what is named like a script and cannot be read")
    void tellWhatCannotBeRead() throws Exception {
        Files.createDirectories(folder.resolve("old.groovy"));
        Files.createSymbolicLink(folder.resolve("gone.sql"), folder.resolve("nowhere.sql"));
        Files.writeString(folder.resolve("c3.groovy"), "revision\n");
        assertThatThrownBy(this::scripts)
                .hasMessageContaining("gone.sql: this link leads nowhere")
                .hasMessageContaining("old.groovy: this is a folder, where its name promises a file")
                .hasMessageContaining("c3.groovy:1");
    }

    @Test
    @DisplayName("that are not there are a wrong set-up")
    void mustBeThere() throws Exception {
        Files.delete(folder.resolve("b2.groovy"));
        Files.delete(folder);
        assertThatThrownBy(this::scripts).hasMessageContaining("there is no folder " + folder);
        Files.createDirectories(folder);
    }
}
