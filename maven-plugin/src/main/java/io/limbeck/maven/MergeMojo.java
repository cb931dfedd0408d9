package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.MergeReport;
import io.limbeck.NewMerge;
import io.limbeck.revision.Revision;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a merge point of several heads, after comparing what their branches did; operations that may not be exchanged
 * are named, and written into the script. Asks no database.
 */
@Mojo(name = "merge", threadSafe = true, requiresProject = false)
public final class MergeMojo extends DatabaseMojo {

    /** What to join, comma-separated; all heads by default. */
    @Parameter(property = "db.revisions")
    private String revisions;

    /** What the merge is for; by default it names what it joins. */
    @Parameter(property = "db.message")
    private String message;

    /** Names for the branch that begins with it, comma-separated. */
    @Parameter(property = "db.labels")
    private String labels;

    @Override
    Need need() {
        return Need.DIALECT;
    }

    @Override
    void run(Limbeck limbeck) {
        MergeReport report =
                limbeck.merge(new NewMerge(Words.given(revisions), Words.given(message), Words.list(labels)));
        report.warnings().forEach(warning -> output().warning(warning.toString()));
        output().line("Wrote " + workspace().named(report.script()) + ", a merge of "
                + report.merged().stream().map(Revision::id).collect(Collectors.joining(", ")));
        if (report.isProven()) {
            output().line("Whichever branch came first, the schema is the same.");
        }
        Map<String, Object> document = Documents.document(goal());
        document.put("script", report.script().toString());
        document.put("merged", report.merged().stream().map(Revision::id).toList());
        document.put("proven", report.isProven());
        document.put(
                "warnings", report.warnings().stream().map(Documents::problem).toList());
        output().document(document);
    }
}
