package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.SchemaFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a schema down, as {@code schema.groovy}, as SQL or as a snapshot file in JSON. */
@Mojo(name = "snapshot", threadSafe = true, requiresProject = false)
public final class SnapshotMojo extends DatabaseMojo {

    /** Whose schema: {@code history}, {@code target}, {@code database}, or a file. */
    @Parameter(property = "db.from", defaultValue = "history")
    private String from;

    /** {@code groovy}, {@code sql} or {@code json}; by default what the ending of the file says, else {@code groovy}. */
    @Parameter(property = "db.as")
    private String as;

    /** The file, by default {@code target/db/schema.groovy}; {@code -} is standard output. */
    @Parameter(property = "db.output")
    private String output;

    @Override
    Need need() {
        return from.equals("database") ? Need.DATABASE : Need.DIALECT;
    }

    @Override
    void run(Limbeck limbeck) {
        SchemaFormat format = Words.given(as)
                .or(this::ending)
                .map(word -> Words.choice("db.as", word, SchemaFormat.class))
                .orElse(SchemaFormat.GROOVY);
        String file = Words.given(output)
                .orElse(workspace()
                        .target()
                        .resolve("db")
                        .resolve("schema." + Words.word(format))
                        .toString());
        String text = limbeck.snapshot(from, format);
        new TextFile(workspace(), output()).write(file, text);
        if (!file.equals("-")) {
            Map<String, Object> document = Documents.document(goal());
            document.put("from", from);
            document.put("output", workspace().folder().resolve(file).toString());
            output().document(document);
        }
    }

    private Optional<String> ending() {
        return Words.given(output)
                .filter(name -> name.matches(".*\\.(groovy|sql|json)"))
                .map(name -> name.substring(name.lastIndexOf('.') + 1));
    }
}
