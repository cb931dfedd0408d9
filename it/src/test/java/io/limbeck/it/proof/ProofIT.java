package io.limbeck.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs last, and tells what the other tests noted. */
@DisplayName("The table of operations and dialects")
class ProofIT {

    private static final Path TABLE = Path.of("target/proof.md");
    private static final int WIDTH = 132;
    private static final List<String> HEADING =
            List.of("operation", "cases", "executed on", "parsed by", "refused because");

    @Test
    @DisplayName("says what was executed, what was parsed, and what is refused and why")
    void isWritten() throws IOException {
        Map<String, Map<String, Tally>> operations = tallies(Notes.read());
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, whole(operations));
        String brief = brief(operations);
        System.out.println(brief);
        assertThat(brief.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
        assertThat(operations.values())
                .allSatisfy(dialects -> assertThat(dialects.keySet()).isSubsetOf(Dialects.own()));
    }

    private static Map<String, Map<String, Tally>> tallies(Notes notes) {
        Map<String, Map<String, Tally>> operations = new TreeMap<>();
        for (GoldenCase golden : GoldenCases.all()) {
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            golden.dialects().forEach(name -> outcomes.put(name, Outcome.of(golden, name)));
            boolean wrong = outcomes.values().stream().allMatch(ProofIT::isWrong);
            outcomes.forEach((name, outcome) -> {
                Tally tally = operations
                        .computeIfAbsent(golden.folder(), any -> new TreeMap<>())
                        .computeIfAbsent(Dialects.of(name).dialect(), any -> new Tally());
                if (wrong) {
                    tally.wrong();
                } else if (isCode(outcome)) {
                    tally.code();
                } else if (outcome.problems().isEmpty()) {
                    tally.rendered(notes.executedOn(golden.name(), name), notes.parsedBy(golden.name(), name));
                } else {
                    tally.refused(outcome.problems());
                }
            });
        }
        return operations;
    }

    private static boolean isWrong(Outcome outcome) {
        return !outcome.problems().isEmpty()
                && outcome.problems().stream()
                        .noneMatch(problem -> problem.code().equals("unsupported"));
    }

    private static boolean isCode(Outcome outcome) {
        return outcome.forward().stream().anyMatch(sent -> sent.statement() instanceof Statement.Code);
    }

    /** A table for each dialect. */
    private static String whole(Map<String, Map<String, Tally>> operations) {
        StringBuilder text = new StringBuilder("# Operations and dialects: what this build has run and read\n");
        for (String dialect : Dialects.own()) {
            text.append("\n## ")
                    .append(dialect)
                    .append("\n\n| ")
                    .append(String.join(" | ", HEADING))
                    .append(" |\n");
            text.append("| --- ".repeat(HEADING.size())).append("|\n");
            operations.forEach((operation, dialects) -> {
                if (dialects.containsKey(dialect)) {
                    List<String> cells = dialects.get(dialect).cells();
                    text.append("| ").append(operation).append(" | ");
                    text.append(String.join(" | ", cells)).append(" |\n");
                }
            });
        }
        return text.toString();
    }

    /** One line for each operation, at most {@value #WIDTH} characters long. */
    private static String brief(Map<String, Map<String, Tally>> operations) {
        List<List<String>> rows = new ArrayList<>();
        operations.forEach((operation, dialects) -> rows.add(row(operation, dialects)));
        rows.add(row("in all", sums(operations.values())));
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> heading = new ArrayList<>(List.of("operation"));
        heading.addAll(Dialects.own());
        heading.add("");
        StringBuilder text = new StringBuilder("\nGolden cases: x executed and inspected, p parsed, ? golden file only,"
                + " - refused with a reason,\n! a wrong script and c compiled code, whatever the dialect\n");
        line(text, heading, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.append("The reasons, and who executed and parsed: it/")
                .append(TABLE)
                .append('\n')
                .toString();
    }

    private static Map<String, Tally> sums(Collection<Map<String, Tally>> operations) {
        Map<String, Tally> sums = new TreeMap<>();
        operations.forEach(dialects -> dialects.forEach((dialect, tally) ->
                sums.computeIfAbsent(dialect, any -> new Tally()).add(tally)));
        return sums;
    }

    private static List<String> row(String operation, Map<String, Tally> dialects) {
        List<String> cells = new ArrayList<>(List.of(operation));
        Dialects.own()
                .forEach(dialect ->
                        cells.add(dialects.getOrDefault(dialect, new Tally()).brief()));
        cells.add(dialects.values().stream()
                .map(Tally::common)
                .max(Comparator.comparingInt(String::length))
                .orElse(""));
        return cells;
    }

    /** What does not fit into a column, as some dialects' names, is cut. */
    private static void line(StringBuilder text, List<String> cells, List<Integer> widths) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(column -> String.format(
                        "%-" + Math.max(1, widths.get(column)) + "." + Math.max(1, widths.get(column)) + "s",
                        cells.get(column)))
                .collect(Collectors.joining(" "));
        text.append(line.stripTrailing()).append('\n');
    }
}
