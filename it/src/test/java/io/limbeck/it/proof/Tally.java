package io.limbeck.it.proof;

import io.limbeck.error.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of the cases of one operation on one dialect. */
final class Tally {

    private int cases;
    private int executed;
    private int parsed;
    private int refused;
    private int wrong;
    private final TreeMap<String, Integer> servers = new TreeMap<>();
    private final TreeMap<String, Integer> parsers = new TreeMap<>();
    private final Set<String> reasons = new TreeSet<>();

    void refused(List<Problem> problems) {
        cases++;
        refused++;
        problems.forEach(problem -> reasons.add(problem.fact()));
    }

    /** The script is wrong, whatever the dialect. */
    void wrong() {
        cases++;
        wrong++;
    }

    void rendered(Set<String> executedOn, Set<String> parsedBy) {
        cases++;
        executedOn.forEach(server -> servers.merge(server, 1, Integer::sum));
        parsedBy.forEach(parser -> parsers.merge(parser, 1, Integer::sum));
        if (!executedOn.isEmpty()) {
            executed++;
        } else if (!parsedBy.isEmpty()) {
            parsed++;
        }
    }

    /** Shape: {@code 9x 2p 1- 1! 3?}, without what is zero. */
    String brief() {
        StringBuilder text = new StringBuilder();
        add(text, executed, "x");
        add(text, parsed, "p");
        add(text, refused, "-");
        add(text, wrong, "!");
        add(text, cases - executed - parsed - refused - wrong, "?");
        return text.toString().strip();
    }

    private static void add(StringBuilder text, int count, String mark) {
        if (count > 0) {
            text.append(' ').append(count).append(mark);
        }
    }

    /** The cells of its row: cases, executed on, parsed by, refused because. */
    List<String> cells() {
        return List.of(String.valueOf(cases), counted(servers), counted(parsers), reasons());
    }

    private static String counted(TreeMap<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private String reasons() {
        return refused == 0 ? "" : refused + ": " + String.join("; ", reasons).replace("|", "\\|");
    }
}
