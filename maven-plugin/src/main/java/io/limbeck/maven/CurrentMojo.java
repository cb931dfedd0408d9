package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the applied heads. */
@Mojo(name = "current", threadSafe = true, requiresProject = false)
public final class CurrentMojo extends EachMojo<List<RevisionStatus>> {

    /** Fails when the database is not at the heads of the history. */
    @Parameter(property = "db.checkHeads", defaultValue = "false")
    private boolean checkHeads;

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    List<RevisionStatus> ask(Limbeck limbeck) {
        return limbeck.current();
    }

    @Override
    List<RevisionStatus> askOne(Limbeck limbeck) {
        List<RevisionStatus> revisions = ask(limbeck);
        behind(limbeck, revisions);
        return revisions;
    }

    @Override
    List<String> lines(List<RevisionStatus> revisions) {
        return RevisionTexts.lines(revisions);
    }

    @Override
    Map<String, Object> document(List<RevisionStatus> revisions) {
        return Documents.statuses(goal(), revisions);
    }

    @Override
    void behind(Limbeck limbeck, List<RevisionStatus> revisions) {
        if (checkHeads) {
            limbeck.checkHeads();
        }
    }
}
