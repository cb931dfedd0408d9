package io.limbeck.maven;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.SchemaDifference;
import io.limbeck.error.LimbeckException;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells what leads from one schema to another, and changes nothing. */
@Mojo(name = "diff", threadSafe = true, requiresProject = false)
public final class DiffMojo extends DatabaseMojo {

    /** What is there: {@code history}, {@code target}, {@code database}, a snapshot file or a {@code schema.groovy}. */
    @Parameter(property = "db.from", defaultValue = "history")
    private String from;

    /** What is wanted, in the same words. */
    @Parameter(property = "db.to", defaultValue = "target")
    private String to;

    /** {@code text}, {@code script} for the operations, or {@code sql}; with {@code db.format=json} all of them. */
    @Parameter(property = "db.as", defaultValue = "text")
    private String as;

    /** A file for it; by default it is told. {@code -} is standard output. */
    @Parameter(property = "db.output")
    private String output;

    /** What becomes of what seems to have got another name: {@code ask}, or {@code never} taken for the same. */
    @Parameter(property = "db.renames", defaultValue = "ask")
    private String renames;

    private enum Form {
        TEXT,
        SCRIPT,
        SQL
    }

    @Override
    Need need() {
        return from.equals("database") || to.equals("database") ? Need.DATABASE : Need.DIALECT;
    }

    @Override
    void configure(Configuration configuration) {
        configuration.renames(
                Words.choice("db.renames", renames, Renaming.class).answers(isInteractive()));
    }

    @Override
    void run(Limbeck limbeck) {
        SchemaDifference difference = limbeck.diff(from, to);
        String text = text(difference);
        if (output == null) {
            output().line(sentence(difference));
            text.lines().forEach(output()::line);
        } else {
            new TextFile(workspace(), output()).write(output, text);
        }
        Map<String, Object> document = Documents.document(goal());
        document.putAll(difference.document());
        document.put("sql", sql(difference));
        output().document(document);
    }

    private String text(SchemaDifference difference) {
        return switch (Words.choice("db.as", as, Form.class)) {
            case TEXT -> String.join("\n", difference.summary());
            case SCRIPT -> difference.script();
            case SQL -> difference.sql();
        };
    }

    private String sentence(SchemaDifference difference) {
        String unknown = difference.unknown().isEmpty()
                ? ""
                : " (left out, as raw SQL speaks of it: " + String.join(", ", difference.unknown()) + ")";
        return difference.isEmpty()
                ? from + " and " + to + " are the same" + unknown + "."
                : "From " + from + " to " + to + unknown + ":";
    }

    /** What cannot be said in SQL is told as a comment, as the other forms say it. */
    private static String sql(SchemaDifference difference) {
        try {
            return difference.sql();
        } catch (LimbeckException refused) {
            return null;
        }
    }
}
