package io.limbeck.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The graph in numbers: every revision is its position in the order, so ancestors have smaller numbers and every closure
 * is one pass over a bit set.
 *
 * <p>The order: ancestors first; a branch is followed until it ends or meets something that is not ready yet, then the
 * revision that was left behind last goes on; followers before those that only depend on it, else the lower id by
 * {@link String#compareTo}. It depends on the
 * revisions alone, not on files, locale, or the order they are given in.
 */
final class Topology {

    private static final int[] NONE = {};

    /** The revisions in order. */
    final List<Revision> order;

    /** Their positions in it, by id. */
    final Map<String, Integer> positions;

    private final int[][] down;
    private final int[][] downChildren;
    private final int[][] parents;
    private final int[][] children;

    private Topology(List<Revision> order, Map<String, Integer> positions, int[][] down, int[][] parents) {
        this.order = order;
        this.positions = positions;
        this.down = down;
        this.parents = parents;
        this.downChildren = reversed(down);
        this.children = parents == down ? downChildren : reversed(parents);
    }

    /** The graph that the links make; null where some of them go in a circle. */
    static Topology of(Links links) {
        int[] places = kahn(links.parents, reversed(links.down));
        if (places == null) {
            return null;
        }
        Revision[] order = new Revision[places.length];
        for (int i = 0; i < places.length; i++) {
            order[places[i]] = links.sorted.get(i);
        }
        int[][] down = moved(links.down, places);
        int[][] parents = links.haveNeeds() ? moved(links.parents, places) : down;
        Map<String, Integer> positions = links.numbers();
        for (Map.Entry<String, Integer> number : positions.entrySet()) {
            number.setValue(places[number.getValue()]);
        }
        return new Topology(List.of(order), positions, down, parents);
    }

    /** The links between numbers as links between places. */
    private static int[][] moved(int[][] links, int[] places) {
        int[][] moved = new int[links.length][];
        for (int i = 0; i < links.length; i++) {
            int[] targets = new int[links[i].length];
            for (int t = 0; t < targets.length; t++) {
                targets[t] = places[links[i][t]];
            }
            if (targets.length > 1) {
                Arrays.sort(targets);
            }
            moved[places[i]] = targets;
        }
        return moved;
    }

    /** The place in the order of each of the revisions, which come sorted by id; null if there is a circle. */
    private static int[] kahn(int[][] parents, int[][] followers) {
        int[][] children = reversed(parents);
        int[] waiting = new int[parents.length];
        int[] ready = new int[parents.length];
        int size = 0;
        for (int i = parents.length - 1; i >= 0; i--) {
            waiting[i] = parents[i].length;
            if (waiting[i] == 0) {
                ready[size++] = i;
            }
        }
        int[] places = new int[parents.length];
        int next = 0;
        while (size > 0) {
            int number = ready[--size];
            places[number] = next++;
            for (int child : children[number]) {
                waiting[child]--;
            }
            size = pushLowestLast(ready, size, waiting, children[number], followers[number]);
            size = pushLowestLast(ready, size, waiting, followers[number], NONE);
        }
        return next == places.length ? places : null;
    }

    /** Pushes what waits for nothing any more, except the others; answers how many are ready. */
    private static int pushLowestLast(int[] ready, int size, int[] waiting, int[] ascending, int[] others) {
        int pushed = size;
        for (int i = ascending.length - 1; i >= 0; i--) {
            if (waiting[ascending[i]] == 0 && !holds(others, ascending[i])) {
                ready[pushed++] = ascending[i];
            }
        }
        return pushed;
    }

    private static boolean holds(int[] ascending, int number) {
        return Arrays.binarySearch(ascending, number) >= 0;
    }

    static int[][] reversed(int[][] links) {
        int[] sizes = new int[links.length];
        for (int[] targets : links) {
            for (int target : targets) {
                sizes[target]++;
            }
        }
        int[][] reversed = new int[links.length][];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = new int[sizes[i]];
        }
        int[] filled = new int[links.length];
        for (int i = 0; i < links.length; i++) {
            for (int target : links[i]) {
                reversed[target][filled[target]++] = i;
            }
        }
        return reversed;
    }

    int size() {
        return order.size();
    }

    /** What it follows. */
    int[] down(int position) {
        return down[position];
    }

    /** What follows it. */
    int[] downChildren(int position) {
        return downChildren[position];
    }

    /** What it needs, followed or depended on. */
    int[] parents(int position) {
        return parents[position];
    }

    /** What needs it. */
    int[] children(int position) {
        return children[position];
    }

    BitSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    /** These and everything they need. */
    BitSet ancestors(BitSet seeds) {
        BitSet found = (BitSet) seeds.clone();
        for (int i = found.length() - 1; i >= 0; i = found.previousSetBit(i - 1)) {
            for (int parent : parents[i]) {
                found.set(parent);
            }
        }
        return found;
    }

    /** These and everything that needs them. */
    BitSet descendants(BitSet seeds) {
        return descendants(seeds, children);
    }

    /** These and everything that follows them; dependencies do not count. */
    BitSet followers(BitSet seeds) {
        return descendants(seeds, downChildren);
    }

    private static BitSet descendants(BitSet seeds, int[][] links) {
        BitSet found = (BitSet) seeds.clone();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            for (int child : links[i]) {
                found.set(child);
            }
        }
        return found;
    }

    /** Those of which no other is a descendant, also where what lies between is missing from the set. */
    BitSet maximal(BitSet set) {
        BitSet below = new BitSet(size());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            for (int parent : parents[i]) {
                below.set(parent);
            }
        }
        return without(set, ancestors(below));
    }

    /** Those of which no other is an ancestor. */
    BitSet minimal(BitSet set) {
        BitSet above = new BitSet(size());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            for (int child : children[i]) {
                above.set(child);
            }
        }
        return without(set, descendants(above));
    }

    static BitSet without(BitSet set, BitSet others) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(others);
        return rest;
    }

    static BitSet both(BitSet set, BitSet other) {
        BitSet both = (BitSet) set.clone();
        both.and(other);
        return both;
    }

    static BitSet together(BitSet set, BitSet other) {
        BitSet all = (BitSet) set.clone();
        all.or(other);
        return all;
    }

    static BitSet set(int[] positions) {
        BitSet set = new BitSet(positions.length);
        for (int position : positions) {
            set.set(position);
        }
        return set;
    }

    static BitSet single(int position) {
        BitSet single = new BitSet(position + 1);
        single.set(position);
        return single;
    }

    List<Revision> revisions(BitSet set) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            revisions.add(order.get(i));
        }
        return List.copyOf(revisions);
    }
}
