package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows every revision: applied, pending, changed, missing or out of order; when, by whom, how long. */
@Mojo(name = "status", threadSafe = true, requiresProject = false)
public final class StatusMojo extends DatabaseMojo {

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    void run(Limbeck limbeck) {
        List<RevisionStatus> revisions = limbeck.status();
        output().lines(RevisionTexts.statuses(revisions));
        output().document(Documents.statuses(goal(), revisions));
    }
}
