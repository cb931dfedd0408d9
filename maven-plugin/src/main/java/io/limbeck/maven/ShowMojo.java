package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows all that is known of a revision, or of several. */
@Mojo(name = "show", threadSafe = true, requiresProject = false)
public final class ShowMojo extends DatabaseMojo {

    /** Which: a revision, {@code heads}; several are comma-separated. */
    @Parameter(property = "db.target", defaultValue = "heads")
    private String target;

    @Override
    Need need() {
        return Need.DATABASE_IF_THERE;
    }

    @Override
    void run(Limbeck limbeck) {
        List<RevisionStatus> revisions = limbeck.show(target);
        for (RevisionStatus revision : revisions) {
            output().lines(RevisionTexts.page(revision));
        }
        output().document(Documents.statuses(goal(), revisions));
    }
}
