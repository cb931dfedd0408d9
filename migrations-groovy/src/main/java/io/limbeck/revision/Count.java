package io.limbeck.revision;

import java.util.BitSet;
import java.util.List;

/** Counts from what is applied: the next so many revisions to apply, or the last so many that were. */
final class Count {

    private final RevisionGraph graph;
    private final Topology topology;
    private final List<String> applied;
    private final Target target;
    private final BitSet branch;

    /**
     * @param applied in the order of application
     * @param branch the members of the target's branch, or null
     */
    Count(RevisionGraph graph, List<String> applied, Target target, BitSet branch) {
        this.graph = graph;
        this.topology = graph.topology();
        this.applied = applied;
        this.target = target;
        this.branch = branch;
    }

    Destination steps() {
        return target.offset() > 0 ? Destination.at(next(target.offset())) : Destination.off(last(-target.offset()));
    }

    /** The last revisions applied, those of the branch if there is one. */
    private BitSet last(int count) {
        List<String> eligible = applied;
        if (branch != null) {
            eligible = applied.stream()
                    .filter(id -> branch.get(graph.position(id)))
                    .toList();
        }
        if (count > eligible.size()) {
            String where = target.branch().map(name -> " of '" + name + "'").orElse("");
            throw Lookup.refused(
                    "too-far",
                    "'" + target.text() + "' is more than is applied" + where + ": " + eligible.size(),
                    eligible.isEmpty()
                            ? "There is nothing to revert."
                            : "`" + target.prefix() + "base` reverts all of them.");
        }
        BitSet last = graph.known(eligible.subList(eligible.size() - count, eligible.size()));
        if (branch == null) {
            checkClosed(last);
        }
        return last;
    }

    private void checkClosed(BitSet last) {
        BitSet present = graph.known(applied);
        BitSet standing = Topology.without(Topology.both(topology.descendants(last), present), last);
        if (!standing.isEmpty()) {
            Revision first = topology.order.get(last.nextSetBit(0));
            throw Lookup.refused(
                    "needed-revision",
                    "'" + target.text() + "' would revert " + Lookup.names(topology.revisions(last)) + ", which "
                            + Lookup.names(topology.revisions(standing)) + ", applied earlier, "
                            + (standing.cardinality() == 1 ? "needs" : "need"),
                    first.isBase()
                            ? "Say a larger number to revert these as well."
                            : "Say a larger number, or " + Lookup.choices(first.down()) + ", to revert these as well.");
        }
    }

    /** The next revisions, one after the other; each time the way on must be the only one. */
    private BitSet next(int count) {
        BitSet done = graph.known(applied);
        BitSet steps = new BitSet(topology.size());
        int left = count;
        while (left > 0) {
            BitSet candidates = candidates(done);
            if (candidates.cardinality() > 1) {
                throw ambiguous(candidates, steps);
            }
            if (candidates.isEmpty()) {
                throw beyond(count - left);
            }
            BitSet missing = Topology.without(topology.ancestors(candidates), done);
            for (int i = missing.nextSetBit(0); i >= 0 && left > 0; i = missing.nextSetBit(i + 1)) {
                done.set(i);
                steps.set(i);
                left--;
            }
        }
        return steps;
    }

    /** What could come next: on the branch; else what follows the heads; else anything. */
    private BitSet candidates(BitSet done) {
        BitSet pending = Topology.without(topology.all(), done);
        if (branch != null) {
            return topology.minimal(Topology.both(pending, branch));
        }
        BitSet following = new BitSet(topology.size());
        topology.maximal(done).stream().forEach(head -> {
            for (int child : topology.downChildren(head)) {
                following.set(child);
            }
        });
        following.andNot(done);
        return topology.minimal(following.isEmpty() ? pending : following);
    }

    private RuntimeException ambiguous(BitSet candidates, BitSet steps) {
        List<Revision> revisions = topology.revisions(candidates);
        String after = steps.isEmpty()
                ? ""
                : " after " + topology.order.get(steps.length() - 1).named();
        return Lookup.refused(
                "ambiguous-target",
                "'" + target.text() + "' is ambiguous: next" + after + " could come " + Lookup.names(revisions),
                "Name the target, such as "
                        + Lookup.choices(revisions.stream().map(Revision::id).toList()) + ", or the branch, such as "
                        + Lookup.choices(revisions.stream()
                                .map(revision ->
                                        revision.labels().stream().findFirst().orElse(revision.id()) + "@+"
                                                + target.offset())
                                .toList())
                        + "; `heads` applies everything.");
    }

    private RuntimeException beyond(int possible) {
        String where = target.branch().map(name -> " of '" + name + "'").orElse("");
        return Lookup.refused(
                "too-far",
                "'" + target.text() + "' is more than is pending" + where + ": " + possible,
                possible == 0 ? "There is nothing to apply." : "`" + target.prefix() + "heads` applies all of them.");
    }
}
