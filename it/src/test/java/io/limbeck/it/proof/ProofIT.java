package io.limbeck.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs last, and tells what the other tests noted. */
@DisplayName("The table of operations and dialects")
class ProofIT {

    private static final Path TABLE = Path.of("target/proof.md");
    private static final List<String> HEADING =
            List.of("operation", "cases", "executed on", "parsed by", "refused because");

    @Test
    @DisplayName("says what was executed, what was parsed, and what is refused and why")
    void isWritten() throws IOException {
        Map<String, Map<String, Tally>> operations = tallies(Notes.read());
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, whole(operations));
        System.out.println(brief(operations));
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

    /** One line for each operation. */
    private static String brief(Map<String, Map<String, Tally>> operations) {
        StringBuilder text = new StringBuilder("\nGolden cases by operation and dialect: x executed and inspected,"
                + " p parsed, - refused with a reason,\n"
                + "! a wrong script, refused everywhere, ? read by nothing here\n");
        text.append(String.format("%-20s", ""));
        Dialects.own().forEach(dialect -> text.append(String.format(" %-12s", dialect)));
        operations.forEach((operation, dialects) -> {
            text.append('\n').append(String.format("%-20s", operation));
            for (String dialect : Dialects.own()) {
                String cell =
                        dialects.containsKey(dialect) ? dialects.get(dialect).brief() : "";
                text.append(String.format(" %-12s", cell));
            }
        });
        return text.append("\nThe reasons, and who executed and parsed: it/")
                .append(TABLE)
                .append('\n')
                .toString();
    }
}
