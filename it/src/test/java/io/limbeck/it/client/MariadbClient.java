package io.limbeck.it.client;

import io.limbeck.it.Mariadb;
import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * MariaDB's client, from the artifact that has the server. It stands in for MySQL's own client too, which no artifact
 * brings: both are one program by origin, and read scripts alike.
 */
public final class MariadbClient implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) throws IOException {
        var url = URI.create(database.url().substring("jdbc:".length()));
        var builder = new ProcessBuilder(
                Mariadb.client().toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=" + url.getHost(),
                "--port=" + url.getPort(),
                "--user=" + database.username(),
                "--default-character-set=utf8mb4",
                url.getPath().substring(1));
        builder.environment().put("MYSQL_PWD", database.password());
        builder.redirectInput(script.toFile());
        var process = builder.redirectErrorStream(true).start();
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
