package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Draws the revisions as a graph, newest first; says which are current and pending where a database can be asked. */
@Mojo(name = "history", threadSafe = true, requiresProject = false)
public final class HistoryMojo extends DatabaseMojo {

    /** Which, as {@code from:to}; several starts are comma-separated. */
    @Parameter(property = "db.range", defaultValue = "base:heads")
    private String range;

    @Override
    Need need() {
        return Need.DATABASE_IF_THERE;
    }

    @Override
    void run(Limbeck limbeck) {
        List<RevisionStatus> revisions = limbeck.history(range);
        output().lines(RevisionTexts.drawing(revisions));
        output().document(Documents.statuses(goal(), revisions));
    }
}
