package io.limbeck.golden;

import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words outcomes: dialects that agree share a section. */
final class GoldenText {

    private GoldenText() {}

    /** Everything that is generated of a case. */
    static String of(List<Outcome> outcomes) {
        Map<String, String> sections = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : outcomes) {
            if (outcome.problems().isEmpty()) {
                add(sections, "sql\n" + statements(outcome.forward()), outcome);
            } else {
                add(sections, "refused\n" + problems(outcome.problems()), outcome);
            }
        }
        write(sections, text);
        sections.clear();
        for (Outcome outcome : outcomes) {
            if (!outcome.problems().isEmpty()) {
                continue;
            }
            if (outcome.obstacle().isPresent()) {
                add(sections, "irreversible\n" + outcome.obstacle().get() + "\n", outcome);
            } else if (outcome.backwardRefusals().isEmpty()) {
                add(sections, "reverse\n" + statements(outcome.backward()), outcome);
            } else {
                add(sections, "reverse refused\n" + problems(outcome.backwardRefusals()), outcome);
            }
        }
        write(sections, text);
        return visible(text.toString());
    }

    /** Characters that a text file does not keep stand as pictures of themselves. */
    private static String visible(String text) {
        return text.replace('\r', '␍').replace('\0', '␀');
    }

    private static void add(Map<String, String> sections, String kindAndBody, Outcome outcome) {
        sections.merge(kindAndBody, outcome.dialect(), (one, more) -> one + " " + more);
    }

    private static void write(Map<String, String> sections, StringBuilder text) {
        sections.forEach((kindAndBody, dialects) -> {
            int line = kindAndBody.indexOf('\n');
            text.append("--- ").append(kindAndBody, 0, line).append(": ").append(dialects);
            text.append(kindAndBody.substring(line));
        });
    }

    private static String statements(List<Outcome.Sent> sent) {
        return sent.isEmpty()
                ? "(nothing)\n"
                : sent.stream()
                        .map(each -> (each.outside() ? "-- outside the transaction\n" : "") + worded(each.statement()))
                        .collect(Collectors.joining());
    }

    private static List<List<String>> values(RowSource source) {
        List<List<String>> values = new ArrayList<>();
        try (RowReader row = source.open()) {
            while (row.next()) {
                values.add(IntStream.range(0, row.cells())
                        .mapToObj(cell -> row.value(cell).script())
                        .toList());
            }
        }
        return values;
    }

    private static String worded(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            String bound = sql.bound()
                    .map(parameters -> "-- bound: " + parameters.text() + " with "
                            + parameters.values().stream()
                                    .map(value -> ((Literal) value).script())
                                    .toList()
                            + "\n")
                    .orElse("");
            return bound + sql.text() + ";\n";
        }
        if (statement instanceof Statement.Rows rows) {
            return "-- rows of " + rows.source().name() + ", bound: "
                    + rows.wording().bound() + " with "
                    + values(rows.source())
                    + "\n" + rows.wording().shown() + ";\n";
        }
        if (statement instanceof Statement.Code code) {
            return "-- code; a script has "
                    + code.offline().map(String::valueOf).orElse("nothing instead, and is refused") + "\n";
        }
        if (statement instanceof Statement.Aside aside) {
            return aside.off() + ";\n";
        }
        throw new IllegalArgumentException(String.valueOf(statement));
    }

    private static String problems(List<Problem> problems) {
        return problems.stream().map(GoldenText::worded).collect(Collectors.joining());
    }

    private static String worded(Problem problem) {
        String word = problem.place().map(Place::text).orElse("");
        return problem.code() + (word.isEmpty() ? "" : " at '" + word + "'") + ": " + problem.fact() + "\n"
                + problem.remedy()
                        .map(text ->
                                text.lines().map(line -> "  " + line + "\n").collect(Collectors.joining()))
                        .orElse("");
    }
}
