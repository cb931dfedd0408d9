package io.limbeck.golden;

import io.limbeck.dialect.Dialects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One golden case as it stands in its file: what goes in, and what came out when it was last written. Shape:
 *
 * <pre>
 * # A title
 * --- setup
 * createTable('a') { column 'id', bigint }
 * --- script
 * renameTable 'a', to: 'b'
 * --- sql: h2 postgresql
 * ALTER TABLE a RENAME TO b;
 * </pre>
 *
 * @param name folder and file, such as {@code renameTable/plain}
 * @param dialects those it is for, with versions where that matters
 * @param files what lies beside the script, by name
 * @param input all that people write, as it stands in the file
 * @param output all that is generated
 */
public record GoldenCase(
        String name,
        List<String> dialects,
        String setup,
        String script,
        Map<String, String> files,
        String input,
        String output) {

    /** The dialects of a case that names none, and of one that says {@code all} beside others with versions. */
    public static final List<String> ALL = List.copyOf(Dialects.own());

    private static final String MARK = "--- ";
    private static final List<String> INPUTS = List.of("dialects", "file", "setup", "script");

    /** The folder, which is the verb's name. */
    public String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The names, with versions or without, by which the case is for a dialect; one from elsewhere has all for all. */
    public List<String> namesOf(String dialect) {
        return dialects.containsAll(ALL) && !ALL.contains(dialect)
                ? List.of(dialect)
                : dialects.stream()
                        .filter(name -> name.equals(dialect) || name.startsWith(dialect + ":"))
                        .toList();
    }

    static GoldenCase parse(String name, String text) {
        StringBuilder input = new StringBuilder();
        StringBuilder output = new StringBuilder();
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder section = new StringBuilder();
        boolean generated = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                String head = line.substring(MARK.length()).strip();
                generated |= !INPUTS.contains(head.split(":")[0]);
                section = sections.computeIfAbsent(head, any -> new StringBuilder());
            } else {
                section.append(line).append('\n');
            }
            (generated ? output : input).append(line).append('\n');
        }
        return new GoldenCase(
                name,
                dialects(sections),
                body(sections, "setup"),
                body(sections, "script"),
                files(sections),
                input.toString(),
                output.toString());
    }

    private static List<String> dialects(Map<String, StringBuilder> sections) {
        List<String> named = new ArrayList<>();
        sections.keySet().stream()
                .filter(head -> head.startsWith("dialects: "))
                .forEach(head -> named.addAll(Arrays.asList(behindColon(head).split(" "))));
        if (named.remove("all")) {
            named.addAll(0, ALL);
        }
        return named.isEmpty() ? ALL : List.copyOf(named);
    }

    private static Map<String, String> files(Map<String, StringBuilder> sections) {
        Map<String, String> files = new LinkedHashMap<>();
        sections.forEach((head, body) -> {
            if (head.startsWith("file: ")) {
                files.put(behindColon(head), body.toString());
            }
        });
        return files;
    }

    private static String behindColon(String head) {
        return head.substring(head.indexOf(':') + 1).strip();
    }

    private static String body(Map<String, StringBuilder> sections, String head) {
        return sections.getOrDefault(head, new StringBuilder()).toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
