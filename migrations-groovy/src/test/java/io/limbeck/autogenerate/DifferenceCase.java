package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two states and what was written for their difference. Shape:
 *
 * <pre>
 * # A title
 * --- dialects: postgresql h2
 * --- renames: never
 * --- from
 * createTable('a') { column 'id', bigint }
 * --- to
 * createTable('a') { column 'id', integer }
 * --- script: h2 postgresql
 * alterColumn 'a', 'id', type: integer
 * </pre>
 *
 * @param dialects all where none is named
 * @param input all that people write, as it stands in the file
 * @param output all that is generated
 */
record DifferenceCase(
        Path file, List<String> dialects, boolean renames, String from, String to, String input, String output) {

    private static final String MARK = "--- ";
    private static final List<String> INPUTS = List.of("dialects", "renames", "from", "to");

    static Stream<DifferenceCase> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .map(DifferenceCase::read)
                    .toList()
                    .stream();
        }
    }

    private static DifferenceCase read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DifferenceCase parse(Path file, String text) {
        StringBuilder input = new StringBuilder();
        StringBuilder output = new StringBuilder();
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        StringBuilder section = new StringBuilder();
        boolean generated = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                String[] head = line.substring(MARK.length()).split(": ", 2);
                generated |= !INPUTS.contains(head[0]);
                section = sections.computeIfAbsent(head[0], any -> new StringBuilder());
                if (head.length > 1) {
                    words.put(head[0], head[1]);
                }
            } else {
                section.append(line).append('\n');
            }
            (generated ? output : input).append(line).append('\n');
        }
        return new DifferenceCase(
                file,
                words.containsKey("dialects") ? List.of(words.get("dialects").split(" ")) : List.copyOf(Dialects.own()),
                !words.getOrDefault("renames", "ask").equals("never"),
                sections.getOrDefault("from", new StringBuilder()).toString(),
                sections.getOrDefault("to", new StringBuilder()).toString(),
                input.toString(),
                output.toString());
    }

    void write(String result) throws IOException {
        Files.writeString(file, input + result);
    }

    @Override
    public String toString() {
        return file.getFileName().toString().replace(".case", "");
    }
}
