package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the scripts below some folders, in an order that depends on neither file system nor locale.
 *
 * <p>An SQL file without a header is no script if a Groovy script names it.
 */
public final class ScriptFolders implements AutoCloseable {

    private static final String CLASS_PATH = "classpath:";

    private final List<FileSystem> opened = new ArrayList<>();
    private final ClassLoader classLoader;

    public ScriptFolders(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * The scripts of all locations.
     *
     * @param locations folders, or {@code classpath:} and a folder within class path entries
     * @throws LimbeckException with the problems of every file
     */
    public List<ScriptFile> scripts(List<String> locations) {
        List<Problem> problems = new ArrayList<>();
        List<ScriptFile> scripts = new ArrayList<>();
        List<Unclaimed> unclaimed = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        List<Path> folders = new ArrayList<>();
        for (String location : locations) {
            folders.addAll(folders(location));
        }
        for (Path folder : folders) {
            ScriptFolder within = new ScriptFolder(folder);
            for (ScriptFolder.Entry entry : within.entries()) {
                if (folders.size() == 1
                        || seen.add(within.file(entry.name()).toAbsolutePath().normalize())) {
                    read(entry, within, scripts, unclaimed, problems);
                }
            }
        }
        problems.addAll(orphans(scripts, unclaimed));
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        return scripts;
    }

    /** An SQL file that is no script of its own. */
    private record Unclaimed(Path file, LimbeckException why) {}

    private static void read(
            ScriptFolder.Entry entry,
            ScriptFolder within,
            List<ScriptFile> scripts,
            List<Unclaimed> unclaimed,
            List<Problem> problems) {
        String name = entry.name();
        try {
            byte[] bytes = within.bytes(entry);
            scripts.add(
                    name.endsWith(".sql")
                            ? ScriptFile.of(SqlScript.read(SourceText.decode(name, bytes)), bytes, within)
                            : ScriptFile.groovy(name, bytes, within));
        } catch (LimbeckException unreadable) {
            boolean headless = name.endsWith(".sql")
                    && unreadable.problems().stream()
                            .anyMatch(problem -> problem.code().equals("missing-header"));
            if (headless) {
                unclaimed.add(new Unclaimed(within.file(name), unreadable));
            } else {
                problems.addAll(unreadable.problems());
            }
        }
    }

    private static List<Problem> orphans(List<ScriptFile> scripts, List<Unclaimed> unclaimed) {
        if (unclaimed.isEmpty()) {
            return List.of();
        }
        Set<Path> named = scripts.stream()
                .flatMap(script -> script.groovy().stream()
                        .flatMap(outline -> outline.tokens().stream())
                        .filter(token -> token.kind() == Token.Kind.STRING
                                && token.string().endsWith(".sql"))
                        .map(token -> script.folder().resolve(token.string()).normalize()))
                .collect(Collectors.toSet());
        return unclaimed.stream()
                .filter(file -> !named.contains(file.file().normalize()))
                .flatMap(file -> file.why().problems().stream())
                .toList();
    }

    private List<Path> folders(String location) {
        if (location.startsWith(CLASS_PATH)) {
            return onClassPath(location);
        }
        Path folder = Path.of(location);
        if (!Files.isDirectory(folder)) {
            throw LimbeckException.setup(Problem.of(
                    "missing-folder",
                    "there is no folder " + folder,
                    "Run 'mvn db:init' to begin, or say where the migrations are with 'directory' or 'locations'."));
        }
        return List.of(folder);
    }

    private List<Path> onClassPath(String location) {
        String folder = location.substring(CLASS_PATH.length()).replaceAll("^/+|/+$", "");
        try {
            List<Path> found = new ArrayList<>();
            for (URL url : Collections.list(classLoader.getResources(folder))) {
                found.add(path(url.toURI()));
            }
            if (found.isEmpty()) {
                throw LimbeckException.setup(Problem.of(
                        "missing-folder",
                        "there is no folder '" + folder + "' on the class path",
                        "Check 'locations', and that the module is among the project's dependencies."));
            }
            return found;
        } catch (IOException | URISyntaxException unreadable) {
            throw LimbeckException.setup(
                    Problem.of("unreadable-folder", "'" + location + "' cannot be read", unreadable.getMessage()),
                    unreadable);
        }
    }

    private Path path(URI uri) throws IOException {
        if (!uri.getScheme().equals("jar")) {
            return Path.of(uri);
        }
        try {
            opened.add(FileSystems.newFileSystem(uri, Map.of()));
        } catch (FileSystemAlreadyExistsException shared) {
            return Path.of(uri);
        }
        return Path.of(uri);
    }

    @Override
    public void close() {
        for (FileSystem system : opened) {
            try {
                system.close();
            } catch (IOException harmless) {
                // a jar that was only read
            }
        }
    }
}
