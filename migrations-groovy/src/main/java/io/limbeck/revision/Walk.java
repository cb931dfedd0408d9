package io.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Goes so many revisions up or down from a given one, along what follows what; a branch decides where the way forks. */
final class Walk {

    private final Topology topology;
    private final Target target;
    private final BitSet branch;

    /** @param branch the members of the target's branch, or null */
    Walk(Topology topology, Target target, BitSet branch) {
        this.topology = topology;
        this.target = target;
        this.branch = branch;
    }

    /** Where {@code steps} lead from a revision: to another one, or to what lies below the first. */
    Destination from(int start, int steps) {
        int at = start;
        for (int left = Math.abs(steps); left > 0; left--) {
            OptionalInt next = next(at, steps > 0);
            if (next.isEmpty() && steps < 0 && left == 1) {
                return Destination.off(Topology.single(at));
            }
            if (next.isEmpty()) {
                throw tooFar(at, steps, left);
            }
            at = next.getAsInt();
        }
        return Destination.at(Topology.single(at));
    }

    private OptionalInt next(int at, boolean up) {
        int[] all = up ? topology.downChildren(at) : topology.down(at);
        int[] chosen = all;
        if (all.length > 1 && branch != null) {
            chosen = Arrays.stream(all).filter(branch::get).toArray();
        }
        if (all.length == 0) {
            return OptionalInt.empty();
        }
        if (chosen.length == 1) {
            return OptionalInt.of(chosen[0]);
        }
        List<Revision> candidates = Arrays.stream(chosen.length == 0 ? all : chosen)
                .mapToObj(topology.order::get)
                .toList();
        String fork = topology.order.get(at).named() + (up ? " is followed by " : " follows ");
        throw Lookup.refused(
                "ambiguous-target",
                "'" + target.text() + "' is ambiguous: " + fork + Lookup.names(candidates),
                "Name the revision that is meant, or put a branch before it, such as "
                        + Lookup.choices(candidates.stream()
                                .map(candidate ->
                                        candidate.labels().stream().findFirst().orElse(candidate.id()) + "@"
                                                + target.text()
                                                        .substring(target.text().indexOf('@') + 1))
                                .toList())
                        + ".");
    }

    private RuntimeException tooFar(int at, int steps, int left) {
        int possible = Math.abs(steps) - left;
        String end = topology.order.get(at).named();
        return steps > 0
                ? Lookup.refused(
                        "too-far",
                        "'" + target.text() + "' leads beyond " + end + ", behind which no revision follows",
                        possible == 0
                                ? "Say `" + target.prefix() + "head` for the end of the branch."
                                : "At most +" + possible + " is possible from there; `" + target.prefix()
                                        + "head` is the end of the branch.")
                : Lookup.refused(
                        "too-far",
                        "'" + target.text() + "' leads below " + end + ", which follows no revision",
                        "At most -" + (possible + 1) + " is possible from there, which is `" + target.prefix()
                                + "base`.");
    }
}
