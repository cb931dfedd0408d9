package io.limbeck.maven;

import io.limbeck.BranchPoint;
import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the revisions that several others follow, each with these. */
@Mojo(name = "branches", threadSafe = true, requiresProject = false)
public final class BranchesMojo extends DatabaseMojo {

    @Override
    Need need() {
        return Need.DATABASE_IF_THERE;
    }

    @Override
    void run(Limbeck limbeck) {
        List<BranchPoint> points = limbeck.branches();
        points.forEach(point -> {
            output().lines(RevisionTexts.lines(List.of(point.revision())));
            RevisionTexts.lines(point.children()).forEach(line -> output().line("  -> " + line.strip()));
        });
        if (points.isEmpty()) {
            output().line("No revision is followed by several others.");
        }
        Map<String, Object> document = Documents.statuses(
                goal(), points.stream().map(BranchPoint::revision).toList());
        document.put("branches", points.stream().map(BranchesMojo::branches).toList());
        output().document(document);
    }

    private static Map<String, Object> branches(BranchPoint point) {
        return Map.of(
                "revision",
                point.revision().revision().id(),
                "children",
                point.children().stream()
                        .map(RevisionStatus::revision)
                        .map(revision -> revision.id())
                        .toList());
    }
}
