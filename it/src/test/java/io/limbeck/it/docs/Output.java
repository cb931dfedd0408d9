package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What real runs gave, kept in files that the documentation shows. */
public final class Output {
    private static final Path FOLDER = Path.of("src/test/resources/docs/output");

    private Output() {}

    /** Whether this build writes what the documentation shows instead of checking it: {@code -Ddocs.write=true}. */
    static boolean isWriting() {
        return Boolean.getBoolean("docs.write");
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".txt");
    }

    /** Compares a text with the one that is kept under a name, or keeps it. */
    static void check(String name, String text) throws IOException {
        check(file(name), text);
    }

    /** Compares a text with a file, or makes it the file's. */
    static void check(Path file, String text) throws IOException {
        if (isWriting()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } else {
            assertThat(text)
                    .as("%s; write it anew with -Ddocs.write=true, and read what changed", file)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        }
    }
}
