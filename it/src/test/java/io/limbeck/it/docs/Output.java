package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What a real run gave, kept in a file that the documentation shows. */
final class Output {
    private static final Path FOLDER = Path.of("src/test/resources/docs/output");

    private Output() {}

    /** Whether this build writes what the documentation shows instead of checking it: {@code -Ddocs.write=true}. */
    static boolean isWriting() {
        return Boolean.getBoolean("docs.write");
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".txt");
    }

    /** Compares a text with the kept one, or keeps it. */
    static void check(String name, String text) throws IOException {
        if (isWriting()) {
            Files.createDirectories(FOLDER);
            Files.writeString(file(name), text);
        } else {
            assertThat(text)
                    .as("%s; if the new text is right: -Ddocs.write=true", name)
                    .isEqualTo(Files.readString(file(name)));
        }
    }

    /** Checks a file as {@link #check} does a text, where only a part of it may change. */
    static void check(Path file, UnaryOperator<String> wanted) throws IOException {
        String text = Files.readString(file);
        if (isWriting()) {
            Files.writeString(file, wanted.apply(text));
        } else {
            assertThat(text)
                    .as("%s; if what it shows has changed rightly: -Ddocs.write=true", file)
                    .isEqualTo(wanted.apply(text));
        }
    }
}
