package io.limbeck.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Movements between the two sides of a range, where the left side stands for what is applied. */
final class Offline {

    private final RevisionGraph graph;
    private final Topology topology;
    private final Movements movements;

    Offline(RevisionGraph graph, Movements movements) {
        this.graph = graph;
        this.topology = graph.topology();
        this.movements = movements;
    }

    Movement movement(Range range, Direction direction) {
        return switch (direction) {
            case UPGRADE -> up(range);
            case DOWNGRADE -> down(range);
            case STAMP -> throw new IllegalArgumentException("a stamp has rows, no steps: see stampRange");
        };
    }

    private Movement up(Range range) {
        List<String> applied = applied(range, Identifiers.BASE);
        List<Target> end = end(range, Identifiers.HEADS);
        Movement movement = movements.up(applied, end);
        if (movement.isEmpty()) {
            BitSet needed = new Resolver(graph, applied).resolve(end).needed(topology);
            throw needed.equals(graph.known(applied)) ? empty(range) : backwards(range, Direction.DOWNGRADE);
        }
        return movement;
    }

    private Movement down(Range range) {
        if (range.from().isEmpty()) {
            throw Lookup.refused(
                    "incomplete-range",
                    "a downgrade without a database needs both ends, and '" + range.text() + "' is one",
                    "Say from where to where, such as `heads:" + (range.end().isEmpty() ? "base" : range.text())
                            + "`.");
        }
        List<String> applied = applied(range, Identifiers.HEADS);
        List<Target> end = end(range, Identifiers.BASE);
        BitSet start = graph.known(applied);
        if (end.stream().noneMatch(target -> target.counts() && target.offset() > 0)) {
            BitSet needed = new Resolver(graph, applied).resolve(end).needed(topology);
            if (!needed.equals(start) && Topology.without(start, needed).isEmpty()) {
                throw backwards(range, Direction.UPGRADE);
            }
        }
        Movement movement = movements.down(applied, end);
        if (movement.isEmpty()) {
            throw empty(range);
        }
        return movement;
    }

    Stamping stamping(Range range) {
        List<String> applied = applied(range, Identifiers.BASE);
        Destination end = new Resolver(graph, applied).resolve(end(range, Identifiers.HEADS));
        Stamping stamping = movements.stamping(applied, applied, end, false);
        if (stamping.isEmpty()) {
            throw empty(range);
        }
        return stamping;
    }

    /** What is applied at the left side, in the order of the history. */
    private List<String> applied(Range range, String otherwise) {
        List<Target> start = or(range.from().orElse(List.of()), otherwise);
        BitSet state = new Resolver(graph, null).resolve(start).state(topology);
        return topology.revisions(state).stream().map(Revision::id).toList();
    }

    private static List<Target> end(Range range, String otherwise) {
        return or(range.end(), otherwise);
    }

    private static List<Target> or(List<Target> side, String otherwise) {
        return side.isEmpty() ? TargetParser.targets(otherwise) : side;
    }

    private static RuntimeException empty(Range range) {
        return Lookup.refused(
                "empty-range",
                "there is no revision on the way of '" + range.text() + "'",
                "Name two places in the history, one after the other; `mvn db:history` shows it.");
    }

    private static RuntimeException backwards(Range range, Direction other) {
        String[] sides = range.text().split(":", -1);
        String swapped = sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank()
                ? "Swap the ends: `" + sides[1].strip() + ":" + sides[0].strip() + "`; or say "
                : "Swap the ends, or say ";
        return Lookup.refused(
                "wrong-direction",
                "'" + range.text() + "' leads " + (other == Direction.UPGRADE ? "up" : "down"),
                swapped + "`-Ddb.direction=" + other.name().toLowerCase(Locale.ROOT) + "`.");
    }
}
