package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@code db.output} asks for: a file, or standard output. */
record TextFile(Workspace workspace, Output output) {

    private static final String STANDARD_OUTPUT = "-";

    /** The text is whole before the file is touched. */
    void write(String name, String text) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        if (STANDARD_OUTPUT.equals(name)) {
            output.raw(ended);
            return;
        }
        Path path = workspace.folder().resolve(name);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, ended);
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of(
                            "unwritable-file",
                            workspace.named(path) + " cannot be written (" + unwritable.getMessage() + ")",
                            "`db.output` names another; `-` is standard output."),
                    unwritable);
        }
        output.line("Wrote " + workspace.named(path));
    }
}
