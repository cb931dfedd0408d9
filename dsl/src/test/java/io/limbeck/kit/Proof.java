package io.limbeck.kit;

import io.limbeck.golden.GoldenCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Notes what has run or read each golden case, for the table at the end of the build. The notes lie in
 * {@code target/proof} of the module that tests, one file for a dialect and a reader.
 */
public final class Proof {

    private static final Path FOLDER = Path.of("target/proof");
    private static final Set<Path> BEGUN = new HashSet<>();

    private Proof() {}

    /**
     * A server has run the case, whose catalogue then was as it should be.
     *
     * @param dialect the dialect's name, perhaps with a version
     * @param server such as {@code PostgreSQL 16.15}
     */
    public static void executed(String dialect, GoldenCase golden, String server) {
        note("executed", dialect, golden, server);
    }

    /**
     * An independent grammar has read every statement of the case.
     *
     * @param parser such as {@code ShardingSphere}
     */
    public static void parsed(String dialect, GoldenCase golden, String parser) {
        note("parsed", dialect, golden, parser);
    }

    private static synchronized void note(String how, String dialect, GoldenCase golden, String by) {
        Path file = FOLDER.resolve(dialect.replaceFirst(":.*", "") + "." + by.replaceAll("\\W+", "-") + "." + how);
        try {
            if (BEGUN.add(file)) {
                Files.createDirectories(FOLDER);
                Files.deleteIfExists(file);
            }
            Files.writeString(
                    file,
                    golden.name() + "\t" + dialect + "\t" + by + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
