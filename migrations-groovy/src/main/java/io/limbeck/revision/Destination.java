package io.limbeck.revision;

import java.util.BitSet;

/**
 * What targets come to in a graph.
 *
 * @param at the revisions to stand at: they and their ancestors are to be applied
 * @param off the revisions that, with all that needs them, are not to be applied, as far as {@code at} does not need
 *     them
 */
record Destination(BitSet at, BitSet off) {

    static Destination none() {
        return new Destination(new BitSet(), new BitSet());
    }

    static Destination at(BitSet at) {
        return new Destination(at, new BitSet());
    }

    static Destination off(BitSet off) {
        return new Destination(new BitSet(), off);
    }

    Destination and(Destination other) {
        BitSet allAt = (BitSet) at.clone();
        allAt.or(other.at);
        BitSet allOff = (BitSet) off.clone();
        allOff.or(other.off);
        return new Destination(allAt, allOff);
    }

    /** What is needed for standing there. */
    BitSet needed(Topology topology) {
        return topology.ancestors(at);
    }

    /** What may not stay. */
    BitSet unwanted(Topology topology) {
        return Topology.without(topology.descendants(off), needed(topology));
    }

    /** What is applied when one stands there and nowhere else; before the first revision to be off if at none. */
    BitSet state(Topology topology) {
        if (!at.isEmpty()) {
            return needed(topology);
        }
        BitSet lowest = topology.minimal(off);
        return Topology.without(topology.ancestors(lowest), topology.descendants(lowest));
    }
}
