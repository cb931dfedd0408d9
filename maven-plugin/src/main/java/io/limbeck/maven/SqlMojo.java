package io.limbeck.maven;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the SQL that {@code db:migrate}, {@code db:downgrade} or {@code db:stamp} would send. Needs a dialect's name or a
 * URL to tell it from; neither driver nor connection.
 */
@Mojo(name = "sql", threadSafe = true, requiresProject = false)
public final class SqlMojo extends DatabaseMojo {

    private static final String STANDARD_OUTPUT = "-";

    /** {@code upgrade}, {@code downgrade} or {@code stamp}. */
    @Parameter(property = "db.direction", defaultValue = "upgrade")
    private String direction;

    /** How far: {@code to} or {@code from:to}, by default {@code base:heads}; a downgrade needs {@code from:to}. */
    @Parameter(property = "db.target")
    private String target;

    /** The file, by default {@code target/db/<direction>.sql}; {@code -} is standard output. */
    @Parameter(property = "db.output")
    private String output;

    /** Whether each revision asks the version table if it is due, so that the script serves a database in any state. */
    @Parameter(property = "db.idempotent", defaultValue = "false")
    private boolean idempotent;

    @Override
    void configure(Configuration configuration) {
        configuration.idempotent(idempotent);
    }

    @Override
    Need need() {
        return Need.DIALECT;
    }

    @Override
    void run(Limbeck limbeck) {
        Direction way = Words.choice("db.direction", direction, Direction.class);
        String range = way == Direction.DOWNGRADE
                ? Words.needed("db.target", target, "A downgrade needs both ends, as in `-Ddb.target=heads:base`.")
                : Words.given(target).orElse("base:heads");
        StringWriter script = new StringWriter();
        limbeck.sql(way, range, script);
        if (STANDARD_OUTPUT.equals(output)) {
            output().raw(script.toString());
            return;
        }
        Path path = write(way, script.toString());
        output().line("Wrote " + workspace().named(path));
        Map<String, Object> document = Documents.document(goal());
        document.put("direction", Words.word(way));
        document.put("target", range);
        document.put("output", path.toString());
        output().document(document);
    }

    /** The script is whole before the file is touched. */
    private Path write(Direction way, String script) {
        Path path = Words.given(output)
                .map(name -> workspace().folder().resolve(name))
                .orElse(workspace().target().resolve("db").resolve(Words.word(way) + ".sql"));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return Files.writeString(path, script);
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of(
                            "unwritable-file",
                            workspace().named(path) + " cannot be written (" + unwritable.getMessage() + ")",
                            "`db.output` names another; `-` is standard output."),
                    unwritable);
        }
    }
}
