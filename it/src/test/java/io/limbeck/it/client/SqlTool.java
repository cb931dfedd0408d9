package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hsqldb.cmdline.SqlFile;
import org.hsqldb.cmdline.SqlToolError;

/** HyperSQL's client, in this process, so that it reaches databases in memory. */
public final class SqlTool implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) throws IOException {
        var output = new ByteArrayOutputStream();
        var print = new PrintStream(output, true, StandardCharsets.UTF_8);
        try (var connection = database.connect();
                var reader = new StringReader(Files.readString(script))) {
            connection.setAutoCommit(false);
            var file = new SqlFile(
                    reader,
                    script.toString(),
                    print,
                    "UTF-8",
                    false,
                    script.toUri().toURL());
            file.setConnection(connection);
            try {
                file.execute();
                connection.commit();
                return new Outcome(true, output.toString(StandardCharsets.UTF_8));
            } catch (SQLException | SqlToolError failed) {
                connection.rollback();
                return new Outcome(false, output.toString(StandardCharsets.UTF_8) + failed.getMessage());
            }
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }
}
