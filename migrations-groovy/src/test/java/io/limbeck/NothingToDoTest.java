package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run in a process of its own")
class NothingToDoTest {

    @TempDir
    Path folder;

    /** Runs an upgrade. Arguments: folder, URL. */
    public static final class Upgrade {

        private Upgrade() {}

        public static void main(String[] arguments) {
            MigrationReport report = Limbeck.configure()
                    .directory(Path.of(arguments[0]))
                    .url(arguments[1])
                    .scriptCache(Path.of(arguments[0], "scripts.bin"))
                    .load()
                    .upgrade("heads");
            System.out.println(report.steps().size() + " steps");
        }
    }

    private List<String> upgrade() throws IOException, InterruptedException {
        return upgrade("database");
    }

    /** What the process printed, the classes that it loaded among that. */
    private List<String> upgrade(String database) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Upgrade.class.getName(),
                        folder.toString(),
                        "jdbc:derby:" + folder.resolve(database) + ";create=true")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        List<String> printed = Files.readAllLines(output);
        assertThat(status).describedAs(String.join("\n", printed)).isZero();
        return printed;
    }

    private static List<String> ofGroovy(List<String> printed) {
        return printed.stream()
                .filter(line -> line.matches(".*\\] (groovy|org\\.codehaus\\.groovy|org\\.apache\\.groovy)\\..*"))
                .toList();
    }

    @Test
    @DisplayName("loads no Groovy when there is nothing to do, whatever the scripts hold")
    void nothingToDo() throws Exception {
        new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    assert System.nanoTime() != 0; addColumn 't', 'x', integer");
        List<String> first = upgrade();
        assertThat(first).contains("2 steps");
        assertThat(ofGroovy(first)).isNotEmpty();
        List<String> second = upgrade();
        assertThat(second).contains("0 steps");
        assertThat(ofGroovy(second)).isEmpty();
    }

    @Test
    @DisplayName("loads no Groovy for scripts that are calls with literals, and nothing that runs them")
    void literals() throws Exception {
        new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    insert 't', [id: 1]");
        List<String> printed = upgrade();
        assertThat(printed).contains("2 steps");
        assertThat(ofGroovy(printed)).isEmpty();
        assertThat(printed).noneMatch(line -> line.contains("io.limbeck.script.literal.ProgramReader"));
        assertThat(printed).noneMatch(line -> line.contains("io.limbeck.script.literal.Run "));
    }

    @Test
    @DisplayName("loads no Groovy for scripts with loops and variables")
    void loops() throws Exception {
        new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    def names = ['x', 'y']; names.each { addColumn 't', it, integer }");
        List<String> printed = upgrade();
        assertThat(printed).contains("2 steps");
        assertThat(ofGroovy(printed)).isEmpty();
    }

    @Test
    @DisplayName("starts no Groovy for scripts that were compiled once and ask nothing of the world")
    void later() throws Exception {
        new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    def (one, other) = [1, 2]; insert 't', [id: one]")
                .revision("c3", "b2", "    insert 't', [id: '3' as Integer]");
        assertThat(upgrade()).contains("3 steps").anyMatch(line -> line.contains("groovy.lang.GroovySystem"));
        List<String> printed = upgrade("another");
        assertThat(printed).contains("3 steps").noneMatch(line -> line.contains("groovy.lang.GroovySystem"));
    }
}
