package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** PostgreSQL's client, as it stands on this machine's path: {@code psql -v ON_ERROR_STOP=1 -f script}. */
public final class Psql implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) throws IOException {
        var url = URI.create(database.url().substring("jdbc:".length()));
        var builder = new ProcessBuilder(
                "psql",
                "-X",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                url.getHost(),
                "-p",
                String.valueOf(url.getPort()),
                "-U",
                database.username(),
                "-d",
                url.getPath().substring(1),
                "-f",
                script.toString());
        builder.environment().put("PGPASSWORD", database.password());
        return outcome(builder);
    }

    private static Outcome outcome(ProcessBuilder builder) throws IOException {
        Process process;
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            return Assumptions.abort("No psql on this machine: " + e.getMessage());
        }
        process.getOutputStream().close();
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
