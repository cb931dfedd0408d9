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
    private int code;
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

    /** The script is compiled code, which a case has no connection for. */
    void code() {
        cases++;
        code++;
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

    void add(Tally other) {
        cases += other.cases;
        executed += other.executed;
        parsed += other.parsed;
        refused += other.refused;
        wrong += other.wrong;
        code += other.code;
    }

    /** Those that are the same for every dialect. Shape: {@code 1! 1c}, without what is zero. */
    String common() {
        return (counted(wrong, "!") + " " + counted(code, "c")).strip();
    }

    /** Shape: {@code 9x2p3?1-}, without what is zero. */
    String brief() {
        return counted(executed, "x") + counted(parsed, "p") + counted(unread(), "?") + counted(refused, "-");
    }

    private int unread() {
        return cases - executed - parsed - refused - wrong - code;
    }

    private static String counted(int count, String mark) {
        return count == 0 ? "" : count + mark;
    }

    /** The cells of its row: cases, executed on, parsed by, refused because. */
    List<String> cells() {
        return List.of(
                cases + (code == 0 ? "" : " (" + code + " code)"), counted(servers), counted(parsers), reasons());
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
