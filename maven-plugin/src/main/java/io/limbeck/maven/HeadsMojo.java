package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the revisions that no other follows. Asks no database. */
@Mojo(name = "heads", threadSafe = true, requiresProject = false)
public final class HeadsMojo extends DatabaseMojo {

    @Override
    Need need() {
        return Need.DIALECT;
    }

    @Override
    void run(Limbeck limbeck) {
        List<RevisionStatus> revisions = limbeck.heads();
        output().lines(RevisionTexts.lines(revisions));
        output().document(Documents.statuses(goal(), revisions));
    }
}
