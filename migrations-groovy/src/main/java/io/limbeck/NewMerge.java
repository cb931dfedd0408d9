package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.merge.Clash;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.RevisionGraph;
import io.limbeck.script.RevisionId;
import io.limbeck.script.ScriptTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A merge point that is to be written.
 *
 * @param revisions what it joins: targets, comma-separated; empty for all heads
 * @param message empty for one that names what it joins
 */
public record NewMerge(Optional<String> revisions, Optional<String> message, List<String> labels) {

    public NewMerge {
        labels = List.copyOf(labels);
    }

    /** One of all heads. */
    public static NewMerge ofHeads() {
        return new NewMerge(Optional.empty(), Optional.empty(), List.of());
    }

    MergeReport write(Workspace workspace) {
        NewRevision.checkLabels(labels);
        RevisionGraph graph = workspace.history().graph();
        List<Revision> merged =
                revisions.map(named -> new Movements(graph).named(named, null)).orElseGet(graph::heads);
        requireBranches(graph, merged);
        List<Clash> clashes = workspace.branches().clashes(merged);
        String id = RevisionId.random();
        String title = message.orElseGet(
                () -> "merge " + merged.stream().map(Revision::id).collect(Collectors.joining(" and ")));
        List<String> down = merged.stream().map(Revision::id).toList();
        String text = new ScriptTemplate(id, down, title, labels, List.of()).groovy(remarks(clashes));
        Path script = workspace.writing().write(id, title, "groovy", text);
        return new MergeReport(
                script, merged, clashes.stream().map(Clash::problem).toList());
    }

    private static void requireBranches(RevisionGraph graph, List<Revision> merged) {
        if (merged.size() < 2) {
            String head =
                    merged.isEmpty() ? "no revision" : "one, " + merged.get(0).id();
            throw LimbeckException.migration(Problem.of(
                    "nothing-to-merge",
                    "a merge joins two revisions or more, and this is " + head,
                    "Name several with -Ddb.revisions=a,b; `mvn db:heads` shows what there is."));
        }
        for (Revision revision : merged) {
            merged.stream()
                    .filter(other -> !other.equals(revision)
                            && graph.ancestors(List.of(other.id())).contains(revision))
                    .findFirst()
                    .ifPresent(other -> {
                        throw LimbeckException.migration(Problem.of(
                                "nothing-to-merge",
                                "revision '" + other.id() + "' needs '" + revision.id()
                                        + "' already, so there is nothing to join",
                                "Leave '" + revision.id() + "' out."));
                    });
        }
    }

    /** The comment in the script. */
    private static List<String> remarks(List<Clash> clashes) {
        List<String> remarks = new ArrayList<>();
        remarks(
                clashes,
                true,
                "The order of the branches matters; databases that took different ones differ:",
                remarks);
        remarks(clashes, false, "Nobody can tell whether the order matters here; have a look:", remarks);
        return remarks;
    }

    private static void remarks(List<Clash> clashes, boolean certain, String heading, List<String> remarks) {
        List<Clash> told =
                clashes.stream().filter(clash -> clash.certain() == certain).toList();
        if (told.isEmpty()) {
            return;
        }
        remarks.add(heading);
        for (Clash clash : told) {
            remarks.add("- " + clash.fact());
            remarks.add("    " + clash.oneInWords());
            remarks.add("    " + clash.otherInWords());
        }
    }
}
