package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.RunScript;

/** H2's client, in this process, so that it reaches databases in memory. */
public final class H2RunScript implements ScriptClient {
    @Override
    public Outcome run(TestDatabase database, Path script) {
        var output = new ByteArrayOutputStream();
        var tool = new RunScript();
        tool.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            tool.runTool(
                    "-url",
                    database.url(),
                    "-user",
                    database.username(),
                    "-password",
                    database.password(),
                    "-script",
                    script.toString(),
                    "-showResults");
            return new Outcome(true, output.toString(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            return new Outcome(false, output.toString(StandardCharsets.UTF_8) + e.getMessage());
        }
    }
}
