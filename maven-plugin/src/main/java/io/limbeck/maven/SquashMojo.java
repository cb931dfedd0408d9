package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.NewSquash;
import io.limbeck.SquashReport;
import io.limbeck.revision.Revision;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes one revision that stands for a range of others, and proves that it leads to the same schema state. Databases
 * that hold the others go on working. Asks no database.
 */
@Mojo(name = "squash", threadSafe = true, requiresProject = false)
public final class SquashMojo extends DatabaseMojo {

    /** The revisions to replace, as {@code from:to}, both ends among them. */
    @Parameter(property = "db.range")
    private String range;

    /** What the new revision says of itself; by default the ends of the range. */
    @Parameter(property = "db.message")
    private String message;

    @Override
    Need need() {
        return Need.DIALECT;
    }

    @Override
    void run(Limbeck limbeck) {
        String wanted = Words.needed(
                "db.range", range, "Say which revisions to replace: `-Ddb.range=a1b2:c3d4`, or `base:heads`.");
        SquashReport report = limbeck.squash(new NewSquash(wanted, Words.given(message)));
        report.notes().forEach(note -> output().warning(note.toString()));
        output().line("Wrote " + workspace().named(report.script()) + " in place of "
                + Texts.count(report.replaced().size(), "revision") + "; the schema is proven to be the same.");
        output().line("Delete the replaced scripts when every database holds all of them or none.");
        Map<String, Object> document = Documents.document(goal());
        document.put("script", report.script().toString());
        document.put("replaces", report.replaced().stream().map(Revision::id).toList());
        document.put("notes", report.notes().stream().map(Documents::problem).toList());
        output().document(document);
    }
}
