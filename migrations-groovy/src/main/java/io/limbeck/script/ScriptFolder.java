package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One folder of scripts, on disk or in a jar.
 *
 * <p>On disk it is listed and read by {@link File}, which makes no path of each entry and asks for no attributes: of
 * thousands of scripts, that takes half the time.
 */
final class ScriptFolder {

    private final Path path;
    private final File onDisk;

    ScriptFolder(Path path) {
        this.path = path;
        this.onDisk = path.getFileSystem() == FileSystems.getDefault() ? path.toFile() : null;
    }

    /**
     * A script below the folder.
     *
     * @param name its name there, with {@code /} between folders
     * @param onDisk the file, unless it lies in a jar
     */
    record Entry(String name, File onDisk) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return name.compareTo(other.name);
        }
    }

    /**
     * The scripts below, sorted by name.
     *
     * @throws LimbeckException with {@code unreadable-folder}
     */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try {
            collect("", onDisk, entries);
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw LimbeckException.setup(
                    Problem.at(
                            Place.file(path.toString()),
                            "unreadable-folder",
                            "the folder cannot be read (" + unreadable.getMessage() + ")",
                            null),
                    unreadable);
        }
        Collections.sort(entries);
        return entries;
    }

    /** What is named like a script is taken for a file, since asking for each takes as long as reading it. */
    private void collect(String below, File folder, List<Entry> entries) throws IOException {
        File[] files = folder == null ? null : folder.listFiles();
        if (files == null) {
            for (String name : listed(file(below))) {
                collect(below, name, null, entries);
            }
        } else {
            for (File file : files) {
                collect(below, file.getName(), file, entries);
            }
        }
    }

    private void collect(String below, String name, File file, List<Entry> entries) throws IOException {
        if (isScript(name)) {
            entries.add(new Entry(below.concat(name), file));
        } else if (Files.isDirectory(file(below + name), LinkOption.NOFOLLOW_LINKS)) {
            collect(below + name + "/", file, entries);
        }
    }

    /** What a folder holds by way of its file system, which says what is wrong. */
    private static List<String> listed(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                names.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
            }
        }
        return names;
    }

    private static boolean isScript(String name) {
        return (name.endsWith(".groovy") || name.endsWith(".sql")) && !name.startsWith(".");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /**
     * The bytes of a script.
     *
     * @throws LimbeckException with {@code unreadable-file}
     */
    byte[] bytes(Entry entry) {
        try (InputStream in = entry.onDisk() == null
                ? Files.newInputStream(file(entry.name()))
                : new FileInputStream(entry.onDisk())) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw SourceText.unreadable(file(entry.name()), entry.name(), unreadable);
        }
    }
}
