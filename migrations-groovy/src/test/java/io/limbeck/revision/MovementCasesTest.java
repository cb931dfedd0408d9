package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The files in {@code src/test/resources/revision}: a graph, then questions with their answers.
 *
 * <p>{@code -Dgolden.write=true} writes the answers anew, to be read before they are kept.
 */
class MovementCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/revision");
    private static final Pattern QUESTION =
            Pattern.compile("(?<goal>\\S+) \\[(?<applied>[^\\]]*)\\] (?<target>.*?) ->(?<answer>.*)");

    @TestFactory
    Stream<DynamicContainer> everyQuestionHasItsAnswer() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".case")).sorted().toList().stream()
                    .map(file ->
                            DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
        }
    }

    private static List<DynamicTest> tests(Path file) {
        List<DynamicTest> tests = new ArrayList<>();
        try {
            String[] parts = Files.readString(file).split("(?m)^---\\R", 2);
            StringBuilder written = new StringBuilder(parts[0]).append("---\n");
            for (String block : parts[1].split("(?m)\\R(?!  )")) {
                String expected = block.stripTrailing();
                String actual = actual(parts[0], expected);
                written.append(actual).append('\n');
                tests.add(DynamicTest.dynamicTest(
                        expected.lines().findFirst().orElse("blank"),
                        () -> assertThat(actual).isEqualTo(expected)));
            }
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, written);
            }
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String actual(String text, String block) {
        if (block.isBlank() || block.startsWith("#")) {
            return block;
        }
        Matcher question = QUESTION.matcher(block.lines().findFirst().orElseThrow());
        if (!question.matches()) {
            throw new IllegalArgumentException("not a question: " + block);
        }
        String target = question.group("target");
        boolean nowhere = question.group("applied").equals("-");
        List<String> applied = nowhere ? null : GraphText.words(question.group("applied"));
        Supplier<String> answer = switch (question.group("goal")) {
            case "graph" -> () -> list(GraphText.graph(text).revisions());
            case "upgrade" -> () -> text(movements(text).upgrade(applied, target));
            case "downgrade" -> () -> text(movements(text).downgrade(applied, target));
            case "stamp" -> () -> text(movements(text).stamp(applied, target, false));
            case "purge" -> () -> text(movements(text).stamp(applied, target, true));
            case "sql-up" -> () -> text(movements(text).range(target, Direction.UPGRADE));
            case "sql-down" -> () -> text(movements(text).range(target, Direction.DOWNGRADE));
            case "sql-stamp" -> () -> text(movements(text).stampRange(target));
            case "history" -> () -> list(movements(text).history(target, applied));
            case "show" -> () -> list(movements(text).named(target, applied));
            default -> throw new IllegalArgumentException(block);
        };
        String head = block.substring(0, question.end("target")) + " ->";
        try {
            return head + " " + answer.get();
        } catch (LimbeckException e) {
            return head + " refused"
                    + e.problems().stream().map(MovementCasesTest::text).collect(Collectors.joining());
        }
    }

    private static Movements movements(String text) {
        return new Movements(GraphText.graph(text));
    }

    private static String text(Problem problem) {
        String way = problem.remedy()
                .map(remedy -> "\n    " + remedy.replace("\n", "\n    "))
                .orElse("");
        String where = problem.place().map(place -> " " + place + ":").orElse(":");
        return "\n  " + problem.code() + where + " " + problem.fact() + way;
    }

    private static String text(Movement movement) {
        String late = movement.outOfOrder().isEmpty() ? "" : "; out of order: " + list(movement.outOfOrder());
        return movement.isEmpty()
                ? "nothing"
                : list(movement.steps()) + late + "; heads: " + words(movement.headsAfter());
    }

    private static String text(Stamping stamping) {
        return stamping.isEmpty()
                ? "nothing"
                : "delete: " + words(stamping.delete()) + "; insert: " + list(stamping.insert()) + "; rows: "
                        + words(stamping.after());
    }

    private static String list(List<Revision> revisions) {
        return words(revisions.stream().map(Revision::id).toList());
    }

    private static String words(Collection<String> words) {
        return words.isEmpty() ? "none" : String.join(" ", words);
    }
}
