package io.limbeck.revision;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what the names in targets mean, and says what else they could mean where that is not clear. */
final class Lookup {

    private static final int SHOWN = 12;

    private final RevisionGraph graph;
    private final Topology topology;

    Lookup(RevisionGraph graph) {
        this.graph = graph;
        this.topology = graph.topology();
    }

    /** Whether the name is exactly an id or a label. */
    boolean isExact(String name) {
        return graph.find(name).isPresent() || graph.labelled(name).isPresent();
    }

    /** The position of a revision, told by its id, a label it declares, or the beginning of its id alone. */
    int revision(String name) {
        return revision(name, topology.all());
    }

    /** The same; where the beginning alone fits several, only those among {@code wanted} count. */
    int revision(String name, BitSet wanted) {
        if (isExact(name)) {
            return graph.position(graph.find(name)
                    .or(() -> graph.labelled(name))
                    .map(Revision::id)
                    .orElseThrow());
        }
        Set<String> beginning = graph.beginningWith(name);
        List<String> fitting = beginning.stream()
                .filter(id -> wanted.get(graph.position(id)))
                .limit(SHOWN + 1L)
                .toList();
        if (fitting.size() == 1) {
            return graph.position(fitting.get(0));
        }
        if (fitting.isEmpty() && beginning.size() == 1) {
            return graph.position(beginning.iterator().next());
        }
        throw fitting.isEmpty() ? unknown(name) : severalBegin(name, fitting);
    }

    /** The members of a branch, told by a label or by a revision that it comes from. */
    BitSet branch(String name) {
        if (Identifiers.WORDS.contains(name)) {
            throw refused(
                    "unreadable-target",
                    "'" + name + "' stands before an '@', where the name of a branch is wanted",
                    "Put a label or a revision there"
                            + (graph.labels().isEmpty()
                                    ? "."
                                    : ": the labels are " + String.join(", ", graph.labels()) + "."));
        }
        return graph.branch(revision(name));
    }

    /** Checks that a revision lies on the branch or leads to it. */
    void checkLineage(Target target, int position, BitSet branch) {
        if (!branch.get(position) && !topology.ancestors(branch).get(position)) {
            String id = topology.order.get(position).id();
            String branchName = target.branch().orElseThrow();
            String members = names(topology.revisions(topology.maximal(branch)));
            throw refused(
                    "not-in-branch",
                    "revision '" + id + "' is not on the branch '" + branchName + "'",
                    "Say '" + id + "' without the branch; '" + branchName + "' leads to " + members + ".");
        }
    }

    private LimbeckException unknown(String name) {
        Set<String> names = new TreeSet<>(graph.ids());
        names.addAll(graph.labels());
        String more = names.size() > SHOWN ? " `mvn db:history` shows them all." : "";
        return refused(
                "unknown-revision",
                "there is no revision or label '" + name + "'",
                Suggestion.nearest(name, Identifiers.WORDS)
                        .map(word -> "Did you mean '" + word + "'?")
                        .orElseGet(() -> Suggestion.remedy(name, "revisions and labels", names) + more));
    }

    private LimbeckException severalBegin(String name, List<String> fitting) {
        List<Revision> candidates = fitting.stream()
                .limit(SHOWN)
                .map(id -> graph.find(id).orElseThrow())
                .toList();
        String list = names(candidates) + (fitting.size() > SHOWN ? " and others" : "");
        return refused(
                "ambiguous-revision",
                "several revisions begin with '" + name + "': " + list,
                "Write more of the one that is meant, such as '" + fitting.get(0) + "'.");
    }

    /** Shape: {@code 'a1' (create account), 'b2' and 'c3'}. */
    static String names(Collection<Revision> revisions) {
        List<String> named = revisions.stream().map(Revision::named).toList();
        if (named.size() < 2) {
            return String.join("", named);
        }
        int last = named.size() - 1;
        return String.join(", ", named.subList(0, last)) + " and " + named.get(last);
    }

    /** Shape: {@code `a1` or `b2`}, for what may be typed instead. */
    static String choices(Collection<String> words) {
        List<String> quoted =
                words.stream().map(word -> "`" + word + "`").distinct().collect(Collectors.toList());
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String last = quoted.remove(quoted.size() - 1);
        return String.join(", ", quoted) + " or " + last;
    }

    static LimbeckException refused(String code, String fact, String way) {
        return LimbeckException.migration(Problem.of(code, fact, way));
    }
}
