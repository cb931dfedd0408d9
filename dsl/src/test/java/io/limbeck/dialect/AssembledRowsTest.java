package io.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Assembly;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rows of catalogues that cannot be asked here become the schema that they mean")
class AssembledRowsTest {

    private static final Path FOLDER = Path.of("src/test/resources/catalogue");
    private static final String EXPECTED = "--- schema\n";

    @ParameterizedTest
    @ValueSource(strings = {"oracle", "sqlserver", "db2"})
    void rowsBecomeTheSchema(String name) throws IOException {
        Map<String, List<String>> sections = sections(name);
        Dialect dialect = Dialects.of(name);
        Map<Question, List<Row>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, rows(sections.getOrDefault(question.name(), List.of())));
        }
        Answers told = new Answers(answers).with(rows(sections.getOrDefault("further", List.of())));
        String current = sections.get("current").get(0);
        Schema schema = new Assembly(dialect, dialect.catalogue().meant(told), current).schema(List.of());
        if (Boolean.getBoolean("golden.write")) {
            write(name, script(schema));
            return;
        }
        assertThat(script(schema)).isEqualTo(String.join("\n", sections.get("schema")));
    }

    private static String script(Schema schema) {
        return Stream.of(
                        schema.sequences().stream().map(each -> new CreateSequence(each).script()),
                        schema.tables().stream().map(each -> new CreateTable(each, false).script()),
                        schema.views().stream().map(each -> new CreateView(each, false).script()))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** Shape: {@code name: ID | nullable: N}; what is empty is null. */
    private static List<Row> rows(List<String> lines) {
        return lines.stream()
                .map(line -> Row.of(Stream.of(line.split(" \\| "))
                        .flatMap(cell -> Stream.of(cell.split(": ", 2)))
                        .toArray(String[]::new)))
                .toList();
    }

    private static Map<String, List<String>> sections(String name) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = List.of();
        for (String line : Files.readAllLines(FOLDER.resolve(name + ".rows"))) {
            if (line.startsWith("--- ")) {
                section = sections.computeIfAbsent(line.substring(4), any -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    /** What was found, in the place of what is expected. */
    private static void write(String name, String schema) throws IOException {
        Path file = FOLDER.resolve(name + ".rows");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf(EXPECTED) + EXPECTED.length()) + schema + "\n");
    }
}
