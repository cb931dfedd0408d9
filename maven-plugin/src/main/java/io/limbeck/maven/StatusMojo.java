package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows every revision: applied, pending, changed, missing or out of order; when, by whom, how long. */
@Mojo(name = "status", threadSafe = true, requiresProject = false)
public final class StatusMojo extends EachMojo<List<RevisionStatus>> {

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    List<RevisionStatus> ask(Limbeck limbeck) {
        return limbeck.status();
    }

    @Override
    List<String> lines(List<RevisionStatus> revisions) {
        return RevisionTexts.statuses(revisions);
    }

    @Override
    Map<String, Object> document(List<RevisionStatus> revisions) {
        return Documents.statuses(goal(), revisions);
    }
}
