package io.limbeck.revision;

import java.util.BitSet;
import java.util.List;

/** Says what targets mean in a graph, given what is applied. */
final class Resolver {

    private final RevisionGraph graph;
    private final Topology topology;
    private final Lookup lookup;
    private final List<String> applied;

    /**
     * @param applied the revisions to count from, all of them in the graph, in the order of application; null where
     *     nothing is known of any database
     */
    Resolver(RevisionGraph graph, List<String> applied) {
        this.graph = graph;
        this.topology = graph.topology();
        this.lookup = new Lookup(graph);
        this.applied = applied;
    }

    Destination resolve(List<Target> targets) {
        Destination all = Destination.none();
        for (Target target : targets) {
            all = all.and(resolve(target));
        }
        return all;
    }

    private Destination resolve(Target target) {
        BitSet branch =
                target.branch().isPresent() ? lookup.branch(target.branch().get()) : null;
        if (target.counts()) {
            return new Count(graph, known(target), target, branch).steps();
        }
        if (target.offset() == 0) {
            return symbol(target, branch);
        }
        if (isOneName(target)) {
            return symbol(new Target(target.text(), target.branchName(), whole(target), 0), branch);
        }
        Destination end = new Walk(topology, target, branch).from(start(target, branch), target.offset());
        return end.at().isEmpty() ? below(end.off(), branch) : standing(end.at(), branch);
    }

    private Destination symbol(Target target, BitSet branch) {
        if (target.is(Identifiers.HEADS)) {
            return standing(heads(branch), null);
        }
        if (target.is(Identifiers.BASE)) {
            return Destination.off(branch == null ? topology.all() : branch);
        }
        if (target.is(Identifiers.CURRENT)) {
            return standing(current(target, branch), branch);
        }
        if (target.is(Identifiers.HEAD)) {
            BitSet heads = heads(branch);
            return standing(heads.isEmpty() ? heads : Topology.single(single(target, heads)), null);
        }
        return standing(Topology.single(named(target, branch)), branch);
    }

    private BitSet heads(BitSet branch) {
        BitSet heads = new BitSet();
        for (Revision head : branch == null ? graph.heads() : graph.tips()) {
            heads.set(graph.position(head.id()));
        }
        return branch == null ? heads : Topology.both(branch, heads);
    }

    private BitSet current(Target target, BitSet branch) {
        BitSet present = graph.known(known(target));
        return topology.maximal(branch == null ? present : Topology.both(present, branch));
    }

    private int named(Target target, BitSet branch) {
        String name = target.symbol().orElseThrow();
        int position = branch == null ? lookup.revision(name) : lookup.revision(name, branch);
        if (branch != null) {
            lookup.checkLineage(target, position, branch);
        }
        return position;
    }

    /** At these, and off what comes after them, as far as it is on the branch or needs it. */
    private Destination standing(BitSet at, BitSet branch) {
        BitSet after = Topology.without(topology.descendants(at), at);
        if (branch != null) {
            after.and(topology.descendants(branch));
        }
        return new Destination(at, after);
    }

    private Destination below(BitSet first, BitSet branch) {
        BitSet off = topology.descendants(first);
        if (branch != null) {
            off.and(branch);
        }
        return Destination.off(off);
    }

    private int start(Target target, BitSet branch) {
        if (target.is(Identifiers.HEAD)) {
            return single(target, heads(branch));
        }
        if (target.is(Identifiers.CURRENT)) {
            return single(target, current(target, branch));
        }
        if (target.is(Identifiers.HEADS)) {
            throw Lookup.refused(
                    "ambiguous-target",
                    "'" + target.text() + "' counts from `heads`, which may be several",
                    "Count from `" + target.prefix() + "head`, from a revision, or from `label@head`.");
        }
        if (target.is(Identifiers.BASE)) {
            throw Lookup.refused(
                    "ambiguous-target",
                    "'" + target.text() + "' counts from `base`, which is no revision",
                    "Count from a revision; the first ones are " + Lookup.names(graph.bases()) + ".");
        }
        return named(target, branch);
    }

    private int single(Target target, BitSet heads) {
        if (heads.cardinality() == 1) {
            return heads.nextSetBit(0);
        }
        if (heads.isEmpty()) {
            boolean head = target.is(Identifiers.HEAD);
            throw Lookup.refused(
                    "no-head",
                    "'" + target.text() + "' names nothing: " + (head ? "there is no revision" : "none is applied")
                            + " yet",
                    head ? "`mvn db:revision` makes the first revision." : "Name a revision, or say `base`.");
        }
        List<Revision> revisions = topology.revisions(heads);
        List<String> choices =
                revisions.stream().map(revision -> selector(revision, target)).toList();
        String suffix = target.offset() == 0 ? "" : String.format("%+d", target.offset());
        String all = target.offset() == 0 ? "`" + target.prefix() + "heads` for all of them, " : "";
        throw Lookup.refused(
                "several-heads",
                "'" + target.text() + "' is ambiguous: the " + (target.is(Identifiers.HEAD) ? "heads" : "current heads")
                        + " are " + Lookup.names(revisions),
                "Say " + all
                        + Lookup.choices(
                                choices.stream().map(choice -> choice + suffix).toList())
                        + " for one"
                        + (target.is(Identifiers.HEAD) ? "; or join them with `mvn db:merge`." : "."));
    }

    /** What to type for one head among several: {@code label@head} if a label leads to it alone, else its id. */
    private String selector(Revision head, Target target) {
        if (!target.is(Identifiers.HEAD)) {
            return head.id();
        }
        return graph.labelsOf(head.id()).stream()
                .filter(label -> heads(lookup.branch(label)).cardinality() == 1)
                .findFirst()
                .map(label -> label + "@" + Identifiers.HEAD)
                .orElse(head.id());
    }

    private List<String> known(Target target) {
        if (applied == null) {
            throw Lookup.refused(
                    "relative-target",
                    "'" + target.text() + "' counts from what is applied, and no database is asked here",
                    "Name a revision, or count from one, such as `head-1`.");
        }
        return applied;
    }

    /** Whether what looks like an offset belongs to the beginning of an id that contains dashes. */
    private boolean isOneName(Target target) {
        String name = target.symbol().orElseThrow();
        if (target.offset() > 0 || Identifiers.WORDS.contains(name) || lookup.isExact(name)) {
            return false;
        }
        List<String> whole = List.copyOf(graph.beginningWith(whole(target)));
        List<String> part = List.copyOf(graph.beginningWith(name));
        if (whole.isEmpty() || part.size() > 1) {
            return !whole.isEmpty();
        }
        throw Lookup.refused(
                "ambiguous-revision",
                "'" + target.text() + "' is the beginning of '" + whole.get(0) + "', and also " + -target.offset()
                        + " below '" + part.get(0) + "'",
                "Write the revision in full.");
    }

    private static String whole(Target target) {
        return target.text().substring(target.text().indexOf('@') + 1);
    }
}
