package io.limbeck.maven;

import io.limbeck.BaselineReport;
import io.limbeck.Limbeck;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the first revision from what a database has, and stamps the database with it. Refused where there are revisions
 * already; a first one that is still as {@code db:init} wrote it makes room.
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false)
public final class BaselineMojo extends DatabaseMojo {

    /** What the revision says of itself. */
    @Parameter(property = "db.message", defaultValue = "baseline")
    private String message;

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    void run(Limbeck limbeck) {
        FirstRevision first = new FirstRevision(this);
        first.makeRoom(limbeck);
        BaselineReport report = limbeck.baseline(message);
        first.tell();
        report.notes().forEach(note -> output().warning(note));
        output().line("Wrote " + workspace().named(report.script()) + " with "
                + Texts.count(report.schema().tables().size(), "table") + "; the database is stamped with it.");
        Map<String, Object> document = Documents.document(goal());
        document.put("script", report.script().toString());
        document.put("revision", report.revision());
        document.put("notes", report.notes());
        output().document(document);
    }
}
