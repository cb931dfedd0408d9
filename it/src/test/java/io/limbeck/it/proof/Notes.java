package io.limbeck.it.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@link io.limbeck.kit.Proof} noted in this build, in whichever module. */
final class Notes {

    private static final List<String> MODULES = List.of("../dsl", "../migrations-groovy", ".");

    private final Map<String, Set<String>> executed = new HashMap<>();
    private final Map<String, Set<String>> parsed = new HashMap<>();

    static Notes read() throws IOException {
        Notes notes = new Notes();
        for (String module : MODULES) {
            Path folder = Path.of(module, "target/proof");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        notes.take(file, file.toString().endsWith(".executed") ? notes.executed : notes.parsed);
                    }
                }
            }
        }
        return notes;
    }

    private void take(Path file, Map<String, Set<String>> into) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            into.computeIfAbsent(parts[0] + " " + parts[1], any -> new TreeSet<>())
                    .add(parts[2]);
        }
    }

    /** The servers that ran a case for a dialect. */
    Set<String> executedOn(String golden, String dialect) {
        return executed.getOrDefault(golden + " " + dialect, Set.of());
    }

    /** The parsers that read it. */
    Set<String> parsedBy(String golden, String dialect) {
        return parsed.getOrDefault(golden + " " + dialect, Set.of());
    }
}
