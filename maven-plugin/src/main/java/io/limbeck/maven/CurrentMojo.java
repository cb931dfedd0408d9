package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the applied heads. */
@Mojo(name = "current", threadSafe = true, requiresProject = false)
public final class CurrentMojo extends DatabaseMojo {

    /** Fails when the database is not at the heads of the history. */
    @Parameter(property = "db.checkHeads", defaultValue = "false")
    private boolean checkHeads;

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    void run(Limbeck limbeck) {
        List<RevisionStatus> revisions = limbeck.current();
        output().lines(RevisionTexts.lines(revisions));
        output().document(Documents.statuses(goal(), revisions));
        if (checkHeads) {
            limbeck.checkHeads();
        }
    }
}
