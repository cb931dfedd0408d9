package io.limbeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.provider.CsvFileSource;

/** SQL that other libraries ship in their jars, written as Limbeck SQL scripts into a folder; the text between stays as it is. */
public final class ShippedScripts {
    /** Where Quartz keeps its scripts. */
    public static final String QUARTZ = "org/quartz/impl/jdbcjobstore/";

    /** Where Spring Batch keeps its scripts. */
    public static final String SPRING_BATCH = "org/springframework/batch/core/";

    /** Feeds a test from {@code shipped/quartz.txt}. */
    @Retention(RetentionPolicy.RUNTIME)
    @CsvFileSource(resources = "/shipped/quartz.txt", delimiter = '|', useHeadersInDisplayName = true)
    @interface OfQuartz {}

    /** Feeds a test from {@code shipped/spring-batch.txt}. */
    @Retention(RetentionPolicy.RUNTIME)
    @CsvFileSource(resources = "/shipped/spring-batch.txt", delimiter = '|', useHeadersInDisplayName = true)
    @interface OfSpringBatch {}

    private final Path folder;

    /** @param folder the {@code migrations} folder to write into, made if need be */
    public ShippedScripts(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a revision without a downgrade.
     *
     * @param down the revisions below, none for a base
     * @return the file
     */
    public Path write(String revision, List<String> down, String message, String resource) {
        return file(revision, down, message, "-- upgrade\n" + read(resource));
    }

    /** Writes a revision whose downgrade is shipped too. */
    public Path write(String revision, List<String> down, String message, String resource, String downgradeResource) {
        var sections = "-- upgrade\n" + read(resource) + "\n-- downgrade\n" + read(downgradeResource);
        return file(revision, down, message, sections);
    }

    private Path file(String revision, List<String> down, String message, String sections) {
        var header = new StringBuilder("-- revision: ").append(revision).append('\n');
        if (!down.isEmpty()) {
            header.append("-- down: ").append(String.join(", ", down)).append('\n');
        }
        header.append("-- message: ").append(message).append("\n\n");
        try {
            var script = Files.createDirectories(folder).resolve(revision + ".sql");
            return Files.writeString(script, header + sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a script as it is shipped, for the database's own client.
     *
     * @param file outside the {@code migrations} folder, since it has no header
     * @return the file
     */
    public static Path copy(String resource, Path file) {
        try {
            return Files.writeString(file, read(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a resource on the class path. */
    public static String read(String resource) {
        try (var input = ShippedScripts.class.getClassLoader().getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalArgumentException("No " + resource + " on the class path");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
