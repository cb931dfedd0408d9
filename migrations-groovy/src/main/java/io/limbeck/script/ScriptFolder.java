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
     * The scripts below, by their names there, with {@code /} between folders; sorted.
     *
     * @throws LimbeckException with {@code unreadable-folder}
     */
    List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            collect("", names);
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw LimbeckException.setup(
                    Problem.at(
                            Place.file(path.toString()),
                            "unreadable-folder",
                            "the folder cannot be read (" + unreadable.getMessage() + ")",
                            null),
                    unreadable);
        }
        Collections.sort(names);
        return names;
    }

    /** What is named like a script is taken for a file, since asking for each takes as long as reading it. */
    private void collect(String below, List<String> names) throws IOException {
        for (String entry : entries(below)) {
            if (isScript(entry)) {
                names.add(below.concat(entry));
            } else if (Files.isDirectory(file(below + entry), LinkOption.NOFOLLOW_LINKS)) {
                collect(below + entry + "/", names);
            }
        }
    }

    private String[] entries(String below) throws IOException {
        String[] found = onDisk == null ? null : new File(onDisk, below).list();
        return found == null ? listed(file(below)) : found;
    }

    /** The same by way of the file system, which says what is wrong. */
    private static String[] listed(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                names.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
            }
        }
        return names.toArray(String[]::new);
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
    byte[] bytes(String name) {
        try (InputStream in =
                onDisk == null ? Files.newInputStream(file(name)) : new FileInputStream(new File(onDisk, name))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw SourceText.unreadable(file(name), name, unreadable);
        }
    }
}
