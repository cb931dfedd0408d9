package io.limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The law of heads: the heads of a database are its maximal applied revisions. */
public final class Heads {

    private Heads() {}

    /**
     * The heads of a set of applied revisions: those that no other applied one needs, directly or through others,
     * whether these are applied or not. A revision that no script declares is related to none, so it is a head.
     *
     * @return ids in the order of {@link RevisionGraph#revisions()}, then the undeclared ones, sorted
     */
    public static Set<String> of(RevisionGraph graph, Collection<String> applied) {
        return of(graph, graph.known(applied), graph.unknown(applied));
    }

    /** The heads of a database that has all revisions. */
    public static Set<String> of(RevisionGraph graph) {
        return ids(graph.heads(), List.of());
    }

    static Set<String> of(RevisionGraph graph, BitSet known, Collection<String> unknown) {
        Topology topology = graph.topology();
        return ids(topology.revisions(topology.maximal(known)), unknown);
    }

    private static Set<String> ids(List<Revision> heads, Collection<String> unknown) {
        List<String> ids = new ArrayList<>();
        for (Revision head : heads) {
            ids.add(head.id());
        }
        ids.addAll(unknown);
        return Revision.ordered(ids);
    }
}
