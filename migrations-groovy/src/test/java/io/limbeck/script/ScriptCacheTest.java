package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was compiled is kept")
class ScriptCacheTest {

    private static final SourceText SCRIPT = SourceText.of("a1_people.groovy", """
            revision 'a1'

            upgrade {
                def names = ['person', 'place']
                names.each { name ->
                    createTable(name) { column 'id', bigint, primaryKey: true }
                }
                renamed 'place'
                data { sql -> sql.execute 'delete from person' }
                colunm 'typo'
            }

            void renamed(String name) {
                renameTable name, to: name + 's'
            }
            """);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("target/scripts.bin");
    }

    /** What a script asks for and gets wrong, with the places, as a run with the cache records it. */
    private String recorded(SourceText... scripts) {
        try (GroovyScripts compiler = new GroovyScripts(getClass().getClassLoader(), Optional.of(file()))) {
            compiler.compile(List.of(scripts));
            StringBuilder text = new StringBuilder();
            for (SourceText source : scripts) {
                MigrationScript script =
                        compiler.script(source, new HearingScript.Surroundings("derby", false, Map.of()));
                Recording recording = Recordings.fresh(Dialects.of("derby"));
                script.recordUpgrade(recording);
                recording.operations().forEach(operation -> text.append(operation.site().place())
                        .append(' ')
                        .append(operation.operation().getClass().getSimpleName())
                        .append('\n'));
                recording.problems().forEach(problem -> text.append(problem.where()).append(' ').append(problem.fact()).append('\n'));
            }
            return text.toString();
        }
    }

    @Test
    @DisplayName("and gives the same operations, places and mistakes")
    void again() {
        String first = recorded(SCRIPT);
        assertThat(first).isEqualTo("""
                a1_people.groovy:6:9 CreateTable
                a1_people.groovy:6:9 CreateTable
                a1_people.groovy:14:5 RenameTable
                a1_people.groovy:9:5 Data
                a1_people.groovy:10:5 'colunm' is not an operation
                """);
        assertThat(recorded(SCRIPT)).isEqualTo(first);
    }

    @Test
    @DisplayName("without being written again when there is nothing new")
    void untouched() throws IOException {
        recorded(SCRIPT);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file(), longAgo);
        recorded(SCRIPT);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(longAgo);
        recorded(SourceText.of("a1_people.groovy", SCRIPT.text() + "\n// changed"));
        assertThat(Files.getLastModifiedTime(file())).isNotEqualTo(longAgo);
    }

    @Test
    @DisplayName("and made anew where the file is damaged, wherever that is")
    void damaged() throws IOException {
        String first = recorded(SCRIPT);
        byte[] sound = Files.readAllBytes(file());
        for (int at = 0; at < sound.length; at += 1 + sound.length / 40) {
            byte[] bytes = sound.clone();
            bytes[at] ^= 0x55;
            Files.write(file(), bytes);
            ScriptCache cache = new ScriptCache(file());
            assertThat(cache.find(SCRIPT)).describedAs("byte %d", at).isEmpty();
        }
        for (int length : List.of(0, 1, 7, 8, 100, sound.length - 1)) {
            Files.write(file(), java.util.Arrays.copyOf(sound, length));
            assertThat(new ScriptCache(file()).find(SCRIPT)).describedAs("%d bytes", length).isEmpty();
        }
        assertThat(recorded(SCRIPT)).isEqualTo(first);
        assertThat(Files.readAllBytes(file())).isEqualTo(sound);
    }

    @Test
    @DisplayName("for scripts that were compiled together as for each by itself")
    void together() {
        SourceText other = SourceText.of("b2_more.groovy", """
                revision 'b2', down: 'a1'
                upgrade { (1..2).each { createTable("t${it}") { column 'id', integer } } }
                """);
        String both = recorded(SCRIPT, other);
        assertThat(both).isEqualTo(recorded(SCRIPT) + recorded(other)).contains("b2_more.groovy:2:25 CreateTable");
    }

    @Test
    @DisplayName("in one file, beside which nothing is left")
    void alone() throws IOException {
        recorded(SCRIPT);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }
}
