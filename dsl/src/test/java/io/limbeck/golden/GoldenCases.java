package io.limbeck.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All golden cases, from a folder or from the jar that other modules see. */
public final class GoldenCases {

    private static final String SUFFIX = ".case";

    private GoldenCases() {}

    /** Every case on the class path, by name. */
    public static List<GoldenCase> all() {
        try {
            URI here = GoldenCases.class.getResource("/golden").toURI();
            if (!here.getScheme().equals("jar")) {
                return under(Path.of(here));
            }
            try (FileSystem jar = FileSystems.newFileSystem(here, Map.of())) {
                return under(jar.getPath("/golden"));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Every case below a folder, by name. */
    static List<GoldenCase> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        }
    }

    private static GoldenCase read(Path folder, Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try {
            return GoldenCase.parse(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes what came out of a case into its source file. */
    static void write(Path folder, GoldenCase golden, String output) throws IOException {
        Files.writeString(folder.resolve(golden.name() + SUFFIX), golden.input() + output);
    }
}
