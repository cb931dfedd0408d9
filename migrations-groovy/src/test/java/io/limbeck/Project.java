package io.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of scripts for one test. */
record Project(Path folder) {

    /** Adds or replaces a file below the folder; {@code migrations/} goes before names without a slash. */
    Project file(String name, String text) {
        Path file = name.contains("/") || name.equals("env.groovy")
                ? folder.resolve(name)
                : folder.resolve("migrations").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a Groovy revision {@code id} behind {@code down} ('' for none) whose upgrade is {@code body}. */
    Project revision(String id, String down, String body) {
        String header = "revision '" + id + "'" + (down.isEmpty() ? "" : ", down: '" + down + "'") + ", message: 'm "
                + id + "'\n";
        return file(id + ".groovy", header + "upgrade {\n" + body.stripTrailing() + "\n}\n");
    }

    Project environment(String text) {
        return file("env.groovy", text);
    }

    Configuration on(Memory database) {
        return Limbeck.configure().directory(folder).url(database.url());
    }

    Configuration offline(String dialect) {
        return Limbeck.configure().directory(folder).dialect(dialect);
    }
}
