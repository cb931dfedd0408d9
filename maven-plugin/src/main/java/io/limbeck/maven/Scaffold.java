package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.script.RevisionId;
import io.limbeck.script.ScriptTemplate;
import io.limbeck.script.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code db:init} begins a project's migrations with. */
final class Scaffold {

    private static final Pattern HEADER = Pattern.compile("revision '([0-9a-f]+)'");

    private static final String MESSAGE = "first revision";

    private final Path directory;

    Scaffold(Path directory) {
        this.directory = directory;
    }

    /**
     * What happened.
     *
     * @param written what was not there before
     * @param kept what was, and is as it was
     */
    record Outcome(List<Path> written, List<Path> kept) {}

    /** Writes what is not there; a folder with scripts in it gets no first revision. */
    Outcome write() {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        offer(outcome, directory.resolve("env.groovy"), template("env.groovy"));
        List<Path> scripts = scripts();
        if (scripts.isEmpty()) {
            String revision = RevisionId.random();
            offer(outcome, migrations().resolve(Slug.fileName(revision, MESSAGE, "groovy")), firstRevision(revision));
        } else {
            outcome.kept().addAll(scripts);
        }
        offer(outcome, directory.resolve("README.md"), template("README.md"));
        return outcome;
    }

    /** The first revision, if it is the only script and nobody has touched it yet. */
    Optional<Path> untouched() {
        List<Path> scripts = scripts();
        if (scripts.size() != 1) {
            return Optional.empty();
        }
        String text = read(scripts.get(0));
        Matcher header = HEADER.matcher(text);
        return header.lookingAt() && text.equals(firstRevision(header.group(1)))
                ? Optional.of(scripts.get(0))
                : Optional.empty();
    }

    private static String firstRevision(String id) {
        return new ScriptTemplate(id, List.of(), MESSAGE, List.of(), List.of()).groovy();
    }

    private Path migrations() {
        return directory.resolve("migrations");
    }

    private List<Path> scripts() {
        if (!Files.isDirectory(migrations())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(migrations())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".groovy")
                            || file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw LimbeckException.setup(
                    Problem.of("unreadable-folder", migrations() + " cannot be read", null), unreadable);
        }
    }

    private static void offer(Outcome outcome, Path file, String text) {
        if (Files.exists(file)) {
            outcome.kept().add(file);
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            outcome.written().add(file);
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of(
                            "unwritable-file",
                            file + " cannot be written (" + unwritable.getMessage() + ")",
                            "`db.directory` names another folder."),
                    unwritable);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A template with its {@code ${…}} filled in. */
    static String filled(String name, Map<String, String> values) {
        String text = template(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String template(String name) {
        try (InputStream in = Scaffold.class.getResourceAsStream("init/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
