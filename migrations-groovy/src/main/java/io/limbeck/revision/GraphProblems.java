package io.limbeck.revision;

import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Everything that keeps revisions from being a graph, found in one go. */
final class GraphProblems {

    private static final int SHOWN = 12;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Revision> byId;
    private final Map<String, Revision> byFoldedId;
    private final Map<String, Revision> byLabel = new HashMap<>();

    private GraphProblems(int size) {
        byId = new HashMap<>(2 * size);
        byFoldedId = new HashMap<>(2 * size);
    }

    /** The problems by kind, each in the order of the scripts' names; none for a sound graph. */
    static List<Problem> of(Collection<Revision> revisions) {
        GraphProblems found = new GraphProblems(revisions.size());
        List<Revision> sorted = new ArrayList<>(revisions);
        sorted.sort(GraphProblems::byPlace);
        for (Revision revision : sorted) {
            found.identity(revision);
        }
        for (Revision revision : sorted) {
            found.labels(revision);
        }
        for (Revision revision : sorted) {
            found.links(revision);
        }
        found.circles();
        return found.problems;
    }

    private static int byPlace(Revision one, Revision other) {
        int bySource = one.place().source().compareTo(other.place().source());
        int byLine = bySource == 0
                ? Integer.compare(one.place().line(), other.place().line())
                : bySource;
        return byLine == 0 ? one.id().compareTo(other.id()) : byLine;
    }

    private void report(Revision revision, String code, String fact, String way) {
        problems.add(Problem.at(revision.place(), code, fact, way));
    }

    private void identity(Revision revision) {
        String id = revision.id();
        Optional<String> objection = Identifiers.objection(id);
        if (objection.isPresent()) {
            report(
                    revision,
                    "illegal-revision-id",
                    "the revision's id '" + id + "' " + objection.get(),
                    "An id consists of letters, digits, '_', '.' and '-'; `mvn db:revision` makes one.");
        }
        Revision first = byId.putIfAbsent(id, revision);
        Revision alike = byFoldedId.putIfAbsent(id.toLowerCase(Locale.ROOT), revision);
        if (first != null) {
            report(
                    revision,
                    "duplicate-revision",
                    "revision '" + id + "' is declared here and at " + first.place(),
                    "Give one of them an id of its own, or delete the copy.");
        } else if (alike != null) {
            report(
                    revision,
                    "duplicate-revision",
                    "revision '" + id + "' differs only in case from '" + alike.id() + "' at " + alike.place(),
                    "Give one of them another id: not every database tells them apart.");
        }
    }

    private void labels(Revision revision) {
        for (String label : revision.labels()) {
            Identifiers.objection(label)
                    .ifPresent(objection -> report(
                            revision,
                            "illegal-label",
                            "the label '" + label + "' " + objection,
                            "A label consists of letters, digits, '_', '.' and '-'."));
            Revision named = byId.get(label);
            Revision other = byLabel.putIfAbsent(label, revision);
            if (named != null) {
                report(
                        revision,
                        "duplicate-label",
                        "the label '" + label + "' is the id of the revision at " + named.place(),
                        "Give the label a name of its own.");
            } else if (other != null) {
                report(
                        revision,
                        "duplicate-label",
                        "the label '" + label + "' is declared here and at " + other.place(),
                        "Labels hold for a whole branch; declare each once, on the branch's first revision.");
            }
        }
    }

    private void links(Revision revision) {
        for (String down : revision.down()) {
            if (down.equals(revision.id())) {
                itself(revision, "follows itself", "Name the revision before it in `down:`, or leave `down:` out.");
            } else if (!byId.containsKey(down)) {
                report(
                        revision,
                        "missing-revision",
                        "revision '" + revision.id() + "' follows '" + down + "', which no script declares",
                        missing(down, false));
            }
        }
        for (String need : revision.dependsOn()) {
            Revision labelled = byLabel.get(need);
            if (need.equals(revision.id()) || (!byId.containsKey(need) && revision.equals(labelled))) {
                itself(revision, "depends on itself", "Take '" + need + "' out of `dependsOn:`.");
            } else if (!byId.containsKey(need) && labelled == null) {
                report(
                        revision,
                        "missing-dependency",
                        "revision '" + revision.id() + "' depends on '" + need + "', which no script declares",
                        missing(need, true));
            }
        }
    }

    private void itself(Revision revision, String what, String way) {
        report(revision, "self-dependency", "revision '" + revision.id() + "' " + what, way);
    }

    private String missing(String name, boolean labelsToo) {
        NavigableSet<String> ids = new TreeSet<>(byId.keySet());
        List<String> beginning =
                name.isEmpty() ? List.of() : List.copyOf(ids.subSet(name, false, name + Character.MAX_VALUE, false));
        if (beginning.size() == 1) {
            return "Headers name revisions in full: '" + beginning.get(0) + "'.";
        }
        if (!labelsToo && byLabel.containsKey(name)) {
            return "'" + name + "' is a label; its revision is '"
                    + byLabel.get(name).id() + "'.";
        }
        TreeSet<String> candidates = new TreeSet<>(ids);
        if (labelsToo) {
            candidates.addAll(byLabel.keySet());
        }
        return Suggestion.remedy(name, labelsToo ? "revisions and labels" : "revisions", candidates)
                + " If its script was deleted or is on another branch of your version control, bring it back.";
    }

    private void circles() {
        Links links = Links.of(byId.values());
        List<Revision> sorted = links.sorted;
        for (List<Integer> circle : Cycles.in(links.parents)) {
            Revision first = sorted.get(circle.get(0));
            String path = shown(circle, " -> ", i -> sorted.get(i).id());
            String scripts = shown(circle, ", ", i -> sorted.get(i).script());
            report(
                    first,
                    "cycle",
                    "the revisions stand on each other in a circle: " + path + " -> " + first.id(),
                    "Correct `down:` or `dependsOn:` in one of " + scripts + ".");
        }
    }

    private static String shown(List<Integer> circle, String between, IntFunction<String> word) {
        String all = circle.stream().limit(SHOWN).map(word::apply).collect(Collectors.joining(between));
        return circle.size() > SHOWN ? all + between + "…" : all;
    }
}
