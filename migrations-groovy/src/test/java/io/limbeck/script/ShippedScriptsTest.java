package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts that well-known libraries ship for their databases, cut into statements; {@code shipped/} says which they
 * are and what is in them. {@code -Dgolden.write=true} writes the latter anew.
 */
@DisplayName("A shipped script")
class ShippedScriptsTest {

    private static final Path FOLDER = Path.of("src/test/resources/shipped");
    private static final String QUARTZ = "/org/quartz/impl/jdbcjobstore/tables_";
    private static final String BATCH = "/org/springframework/batch/core/";
    private static final List<String> VERSIONS = List.of("2.2", "4.1", "4.3", "5.0");

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(FOLDER.resolve("SCRIPTS.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> Dialects.names().contains(line.substring(0, line.indexOf(':'))));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isCutWhereItsDatabaseCutsIt(String line) throws IOException {
        String dialect = line.substring(0, line.indexOf(':'));
        StringBuilder text = new StringBuilder();
        for (String resource : resources(line)) {
            List<SqlStatement> statements = statements(resource, dialect);
            text.append(resource.substring(resource.lastIndexOf("/core/") + 1))
                    .append(": ")
                    .append(statements.size())
                    .append('\n');
            statements.forEach(
                    statement -> text.append("    ").append(head(statement)).append('\n'));
        }
        Path file = FOLDER.resolve(dialect + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text.toString());
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file));
    }

    private static List<String> resources(String line) {
        List<String> resources = new ArrayList<>();
        String[] parts = line.substring(line.indexOf(':') + 1).split(",");
        Arrays.stream(parts[0].strip().split(" ")).skip(1).forEach(end -> resources.add(QUARTZ + end + ".sql"));
        String word = parts[1].strip().split(" ")[1];
        resources.add(BATCH + "schema-" + word + ".sql");
        resources.add(BATCH + "schema-drop-" + word + ".sql");
        VERSIONS.forEach(version -> resources.add(BATCH + "migration/" + version + "/migration-" + word + ".sql"));
        return resources.stream()
                .filter(resource -> ShippedScriptsTest.class.getResource(resource) != null)
                .toList();
    }

    /** The words of a statement up to the name of what it is about, and how long it is. */
    private static String head(SqlStatement statement) {
        String[] words = statement.text().split("[\\s(]+");
        int shown = Math.min(words.length, 4);
        String last = statement.text().substring(Math.max(0, statement.text().length() - 12));
        return statement.place().line() + " "
                + String.join(" ", Arrays.copyOf(words, shown)).toUpperCase(Locale.ROOT) + " … "
                + last.replaceAll("\\s+", " ").strip();
    }

    private static List<SqlStatement> statements(String resource, String dialect) throws IOException {
        try (InputStream in = ShippedScriptsTest.class.getResourceAsStream(resource)) {
            return SqlSplitter.split(
                    SourceText.decode(resource, in.readAllBytes()),
                    Dialects.of(dialect).scriptRules());
        }
    }
}
