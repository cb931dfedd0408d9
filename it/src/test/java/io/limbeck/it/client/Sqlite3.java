package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** SQLite's client, as it stands on this machine's path: {@code sqlite3 database < script}. */
public final class Sqlite3 implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) throws IOException {
        var file = database.url().substring("jdbc:sqlite:".length());
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", "-batch", file)
                    .redirectErrorStream(true)
                    .redirectInput(script.toFile())
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("No sqlite3 on this machine: " + e.getMessage());
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor() == 0, output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
