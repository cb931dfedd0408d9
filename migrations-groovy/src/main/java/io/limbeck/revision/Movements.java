package io.limbeck.revision;

import io.limbeck.error.LimbeckException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a run to a target would do, given what is applied; nothing is done.
 *
 * <p>Applied revisions are lists of ids in the order of application, the oldest first, one for each row of the version
 * table. Every method throws {@link LimbeckException} where a target is unknown or ambiguous, naming the candidates and
 * what to type instead.
 */
public final class Movements {

    private final RevisionGraph graph;
    private final Topology topology;

    public Movements(RevisionGraph graph) {
        this.graph = graph;
        this.topology = graph.topology();
    }

    /**
     * The way up: what the targets need and is not applied yet. A target below what is applied asks for nothing.
     *
     * @param target one or more targets, comma-separated
     */
    public Movement upgrade(List<String> applied, String target) {
        refuseUnknown(applied);
        return up(applied, TargetParser.targets(target));
    }

    /**
     * The way down: {@code rev} reverts what is applied and needs it; {@code base} everything; {@code label@base} the
     * branch and what needs it, but no other branch; {@code -N} the last N that were applied.
     *
     * @param target one or more targets, comma-separated
     */
    public Movement downgrade(List<String> applied, String target) {
        refuseUnknown(applied);
        return down(applied, TargetParser.targets(target));
    }

    /**
     * The rows that stand for being at the targets: these and their ancestors; what comes after them goes, and so do
     * rows that no script declares; branches that are not named keep theirs.
     *
     * @param target one or more targets, comma-separated
     * @param purge whether all rows go first, so that only the targets count
     */
    public Stamping stamp(List<String> applied, String target, boolean purge) {
        Set<String> unknown = graph.unknown(applied);
        List<String> known =
                applied.stream().filter(id -> !unknown.contains(id)).toList();
        Destination end = new Resolver(graph, known).resolve(TargetParser.targets(target));
        return stamping(applied, known, end, purge);
    }

    /**
     * The way from one side of a range to the other, for a script that no database is asked for.
     *
     * @param range {@code from:to}; upgrading {@code to} alone begins at {@code base}; a side left out means the end of
     *     the history on that side
     * @param direction {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
     * @throws LimbeckException also where the range is empty or leads the other way
     */
    public Movement range(String range, Direction direction) {
        return new Offline(graph, this).movement(TargetParser.range(range), direction);
    }

    /** The rows to write for going from one side of a range to the other; read as in an upgrade. */
    public Stamping stampRange(String range) {
        return new Offline(graph, this).stamping(TargetParser.range(range));
    }

    /**
     * The revisions of a span of history, newest first, both ends among them.
     *
     * @param range {@code from:to}, {@code from:}, {@code :to}; an empty one means everything
     * @param applied what is applied, for {@code current} and {@code -N}; null where no database is asked
     */
    public List<Revision> history(String range, List<String> applied) {
        Range span = TargetParser.range(range);
        Resolver resolver = new Resolver(graph, applied == null ? null : known(applied));
        List<Target> start = span.from().orElse(List.of());
        BitSet chosen = topology.all();
        if (!start.isEmpty()) {
            Destination from = resolver.resolve(start);
            chosen = topology.descendants(from.at().isEmpty() ? from.off() : from.at());
        }
        if (!span.end().isEmpty()) {
            chosen.and(resolver.resolve(span.end()).state(topology));
        }
        if (chosen.isEmpty() && topology.size() > 0) {
            throw Lookup.refused(
                    "empty-range",
                    "no revision lies in the range '" + range.strip() + "'",
                    "A range goes from an older revision to a newer one that comes after it.");
        }
        List<Revision> newestFirst = new ArrayList<>(topology.revisions(chosen));
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /**
     * The revisions that targets name, ancestors first: none for {@code base}; for {@code -N} the last N applied.
     *
     * @param applied what is applied, for {@code current}, {@code -N} and {@code +N}; null where no database is asked
     */
    public List<Revision> named(String target, List<String> applied) {
        Resolver resolver = new Resolver(graph, applied == null ? null : known(applied));
        BitSet named = new BitSet(topology.size());
        for (Target each : TargetParser.targets(target)) {
            Destination end = resolver.resolve(List.of(each));
            named.or(each.counts() && each.offset() < 0 ? end.off() : end.at());
        }
        return topology.revisions(named);
    }

    Movement up(List<String> applied, List<Target> targets) {
        refuseCounts(targets, -1, "leads down, and this is an upgrade", "mvn db:downgrade");
        BitSet present = graph.known(applied);
        BitSet needed = new Resolver(graph, applied).resolve(targets).needed(topology);
        BitSet missing = Topology.without(needed, present);
        List<Revision> steps = topology.revisions(missing);
        List<String> after = new ArrayList<>(applied);
        for (Revision step : steps) {
            after.add(step.id());
        }
        BitSet behind = Topology.both(missing, topology.ancestors(present));
        return new Movement(
                Direction.UPGRADE,
                steps,
                topology.revisions(behind),
                List.copyOf(applied),
                List.copyOf(after),
                heads(present),
                heads(Topology.together(present, missing)));
    }

    Movement down(List<String> applied, List<Target> targets) {
        refuseCounts(targets, 1, "leads up, and this is a downgrade", "mvn db:migrate");
        Destination end = new Resolver(graph, applied).resolve(targets);
        int[] positions = graph.positions(applied);
        BitSet present = Topology.set(positions);
        refuseNotApplied(Topology.without(end.at(), present), applied);
        BitSet removed = Topology.both(end.unwanted(topology), present);
        List<String> after = new ArrayList<>(applied.size());
        for (int i = 0; i < positions.length; i++) {
            if (!removed.get(positions[i])) {
                after.add(applied.get(i));
            }
        }
        return new Movement(
                Direction.DOWNGRADE,
                lastFirst(removed, positions),
                List.of(),
                List.copyOf(applied),
                List.copyOf(after),
                heads(present),
                heads(Topology.without(present, removed)));
    }

    Stamping stamping(List<String> applied, List<String> known, Destination end, boolean purge) {
        BitSet unwanted = end.unwanted(topology);
        List<String> kept = purge
                ? List.of()
                : known.stream().filter(id -> !unwanted.get(graph.position(id))).toList();
        BitSet wanted = purge ? end.state(topology) : end.needed(topology);
        List<Revision> insert = topology.revisions(Topology.without(wanted, graph.known(kept)));
        List<String> after = new ArrayList<>(kept);
        insert.forEach(revision -> after.add(revision.id()));
        Set<String> staying = Set.copyOf(kept);
        return new Stamping(
                applied.stream().filter(id -> !staying.contains(id)).toList(),
                insert,
                List.copyOf(applied),
                List.copyOf(after),
                Heads.of(graph, applied),
                Heads.of(graph, after));
    }

    private Set<String> heads(BitSet applied) {
        return Heads.of(graph, applied, Set.of());
    }

    /** What was applied last goes first, except that nothing goes before what needs it. */
    private List<Revision> lastFirst(BitSet removed, int[] applied) {
        int[] turn = new int[topology.size()];
        for (int i = 0; i < applied.length; i++) {
            turn[applied[i]] = i + 1;
        }
        for (int i = 0; i < turn.length; i++) {
            for (int parent : topology.parents(i)) {
                turn[i] = Math.max(turn[i], turn[parent]);
            }
        }
        long[] ranks = new long[removed.cardinality()];
        int size = 0;
        for (int i = removed.nextSetBit(0); i >= 0; i = removed.nextSetBit(i + 1)) {
            ranks[size++] = (long) turn[i] << Integer.SIZE | i;
        }
        Arrays.sort(ranks);
        List<Revision> steps = new ArrayList<>(size);
        while (size > 0) {
            steps.add(topology.order.get((int) ranks[--size]));
        }
        return List.copyOf(steps);
    }

    private List<String> known(Collection<String> applied) {
        Set<String> unknown = graph.unknown(applied);
        return applied.stream().filter(id -> !unknown.contains(id)).toList();
    }

    private void refuseUnknown(List<String> applied) {
        List<String> unknown = List.copyOf(graph.unknown(applied));
        if (!unknown.isEmpty()) {
            boolean one = unknown.size() == 1;
            throw Lookup.refused(
                    "undeclared-revision",
                    (one ? "revision '" : "revisions '") + String.join("', '", unknown) + (one ? "' is" : "' are")
                            + " applied, but no script declares " + (one ? "it" : "them"),
                    """
                    `mvn db:status` shows when and by whom. Bring the missing script back, perhaps from another branch.
                    If its changes are undone in the database, `mvn db:stamp -Ddb.target=…` to where the database is
                    forgets it; `mvn db:repair` removes the rows of a failed run.""");
        }
    }

    private static void refuseCounts(List<Target> targets, int sign, String fact, String command) {
        for (Target target : targets) {
            if (target.counts() && Integer.signum(target.offset()) == sign) {
                throw Lookup.refused(
                        "wrong-direction",
                        "'" + target.text() + "' " + fact,
                        "Say `" + command + " -Ddb.target=" + target.text() + "`.");
            }
        }
    }

    private void refuseNotApplied(BitSet absent, List<String> applied) {
        if (absent.isEmpty()) {
            return;
        }
        List<Revision> revisions = topology.revisions(absent);
        boolean one = revisions.size() == 1;
        List<String> heads = List.copyOf(Heads.of(graph, applied));
        throw Lookup.refused(
                "not-applied",
                "a downgrade leads to what is applied, and " + Lookup.names(revisions) + (one ? " is" : " are")
                        + " not",
                (heads.isEmpty()
                                ? "No revision is applied."
                                : "Applied are " + String.join(", ", heads) + " and what they need.")
                        + " `mvn db:migrate -Ddb.target="
                        + String.join(",", revisions.stream().map(Revision::id).toList()) + "` leads up.");
    }
}
