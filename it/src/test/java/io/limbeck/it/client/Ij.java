package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.derby.tools.ij;

/** Derby's client, in this process, so that it reaches databases in memory. It goes on after an error; the outcome tells of all. */
public final class Ij implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var connection = database.connect();
                var input = Files.newInputStream(script)) {
            var errors = ij.runScript(connection, input, "UTF-8", output, "UTF-8");
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
            return new Outcome(errors == 0, output.toString(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
