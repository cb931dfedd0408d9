package io.limbeck.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws a history as text, newest first, one line a revision and one for every fork between. Shape:
 *
 * <pre>
 * *   d4 (head, pending) merge
 * |\
 * | * c3 [shop] add cart
 * * | b2 (current) add email
 * |/
 * * a1 create account
 * </pre>
 *
 * <p>Full lines lead to what a revision follows, dotted ones to what it only depends on. Where more than nine branches
 * stand side by side, the others share one column, marked {@code …}.
 */
public final class GraphDrawing {

    private static final int LANES = 9;

    private final Function<Revision, List<String>> marks;
    private final int width;
    private final Set<String> shown = new HashSet<>();
    private final Map<String, String> labelled = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<String, Boolean> crowd = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** A line on its way down to a revision; full where something follows that revision, dotted where not. */
    private record Lane(String towards, boolean full) {}

    private GraphDrawing(Collection<Revision> revisions, Function<Revision, List<String>> marks, int width) {
        this.width = width;
        revisions.forEach(revision -> shown.add(revision.id()));
        revisions.forEach(revision -> revision.labels().forEach(label -> labelled.put(label, revision.id())));
        this.marks = marks;
    }

    /**
     * The drawing, line by line.
     *
     * @param revisions what to show, newest first, as {@link Movements#history} gives it; lines that would lead to
     *     others are left out
     * @param marks what to say of a revision, such as {@code current} or {@code pending}; perhaps nothing
     * @param width the columns that a line has at most; the graph itself takes up to twenty
     */
    public static List<String> lines(
            Collection<Revision> revisions, Function<Revision, List<String>> marks, int width) {
        GraphDrawing drawing = new GraphDrawing(revisions, marks, width);
        revisions.forEach(drawing::add);
        return List.copyOf(drawing.lines);
    }

    private void add(Revision revision) {
        int column = column(revision.id());
        List<Lane> downwards = downwards(revision);
        node(column, revision, downwards.size() > 1);
        if (downwards.isEmpty()) {
            end(column);
            return;
        }
        Lane first = downwards.get(0);
        if (column < LANES) {
            lanes.set(column, first);
        }
        downwards.subList(1, downwards.size()).forEach(other -> fork(column, other));
        goOn(column, first);
    }

    private int column(String id) {
        int column = indexOf(id, -1);
        if (column < 0 && crowd.remove(id) == null && lanes.size() < LANES) {
            lanes.add(new Lane(id, true));
            return lanes.size() - 1;
        }
        return column < 0 ? LANES : column;
    }

    private int indexOf(String id, int except) {
        for (int i = 0; i < lanes.size(); i++) {
            if (i != except && lanes.get(i).towards().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** What a revision stands on, as far as it is shown: what it follows first, as the header names it. */
    private List<Lane> downwards(Revision revision) {
        List<Lane> lanesDown = new ArrayList<>();
        for (String down : new LinkedHashSet<>(revision.down())) {
            if (shown.contains(down)) {
                lanesDown.add(new Lane(down, true));
            }
        }
        for (String need : revision.dependsOn()) {
            String needed = labelled.getOrDefault(need, need);
            if (shown.contains(needed)
                    && lanesDown.stream().noneMatch(lane -> lane.towards().equals(needed))) {
                lanesDown.add(new Lane(needed, false));
            }
        }
        return lanesDown;
    }

    private void node(int column, Revision revision, boolean forks) {
        char[] row = verticals();
        row[2 * column] = '*';
        String drawn = text(row) + (forks ? "   " : " ");
        lines.add(TextWidth.cut(drawn + words(revision), width));
    }

    private String words(Revision revision) {
        StringBuilder words = new StringBuilder(revision.id());
        List<String> said = marks.apply(revision);
        if (!said.isEmpty()) {
            words.append(" (").append(String.join(", ", said)).append(')');
        }
        if (!revision.labels().isEmpty()) {
            words.append(revision.labels().stream().collect(Collectors.joining(", ", " [", "]")));
        }
        String message = TextWidth.oneLine(revision.message());
        return message.isEmpty()
                ? words.toString()
                : words.append(' ').append(message).toString();
    }

    /** A further line leaves a revision. */
    private void fork(int column, Lane other) {
        int there = indexOf(other.towards(), column);
        if (there >= 0) {
            edge(column, there, other.full());
            lanes.set(there, new Lane(other.towards(), lanes.get(there).full() || other.full()));
        } else if (lanes.size() < LANES && column < LANES) {
            char[] row = verticals();
            row[2 * column + 1] = slant('\\', other.full());
            for (int i = lanes.size() - 1; i > column; i--) {
                row[2 * i] = ' ';
                row[2 * i + 1] = slant('\\', lanes.get(i).full());
            }
            lines.add(text(row));
            lanes.add(column + 1, other);
        } else {
            crowd.merge(other.towards(), other.full(), Boolean::logicalOr);
            if (column < LANES) {
                edge(column, LANES, other.full());
            }
            dropRepetition();
        }
    }

    /** Several lines that disappear in the crowd look alike; one says it. */
    private void dropRepetition() {
        int last = lines.size() - 1;
        if (lines.get(last).equals(lines.get(last - 1))) {
            lines.remove(last);
        }
    }

    /** A revision's own line goes on, joining another that leads to the same place. */
    private void goOn(int column, Lane first) {
        int there = indexOf(first.towards(), column);
        if (column == LANES) {
            if (there < 0) {
                crowd.merge(first.towards(), first.full(), Boolean::logicalOr);
            } else {
                edge(LANES, there, first.full());
                lanes.set(there, new Lane(first.towards(), lanes.get(there).full() || first.full()));
            }
        } else if (there >= 0) {
            int left = Math.min(column, there);
            int right = Math.max(column, there);
            boolean rightFull = lanes.get(right).full();
            char[] row = verticals();
            slide(row, right);
            horizontal(row, left, right, rightFull);
            lanes.set(left, new Lane(first.towards(), lanes.get(left).full() || rightFull));
            remove(right, row);
        } else if (crowd.containsKey(first.towards())) {
            boolean full = crowd.remove(first.towards());
            edge(LANES, column, full);
            lanes.set(column, new Lane(first.towards(), first.full() || full));
        }
    }

    /** A revision stands on nothing; what is right of it moves up. */
    private void end(int column) {
        if (column == LANES) {
            return;
        }
        char[] row = verticals();
        slide(row, column);
        row[2 * column] = ' ';
        if (column == lanes.size() - 1 && crowd.isEmpty()) {
            lanes.remove(column);
        } else {
            remove(column, row);
        }
    }

    /** Draws the lanes right of one a step to the left. */
    private void slide(char[] row, int column) {
        row[2 * column] = ' ';
        for (int i = column + 1; i < lanes.size(); i++) {
            row[2 * i] = ' ';
            row[2 * i - 1] = slant('/', lanes.get(i).full());
        }
    }

    private void remove(int column, char[] row) {
        lanes.remove(column);
        if (!crowd.isEmpty()) {
            String next = crowd.keySet().iterator().next();
            boolean full = crowd.remove(next);
            lanes.add(new Lane(next, full));
            row[2 * LANES - 1] = row[2 * LANES - 1] == ' ' ? slant('/', full) : row[2 * LANES - 1];
            row[2 * LANES] = crowd.isEmpty() ? ' ' : '…';
        }
        lines.add(text(row));
    }

    /** Draws a line from a revision's column to another one, both of which go on. */
    private void edge(int from, int to, boolean full) {
        char[] row = verticals();
        if (from < to) {
            row[2 * from + 1] = slant('\\', full);
            for (int i = from + 1; i < to; i++) {
                row[2 * i + 1] = slant('_', full);
            }
        } else {
            horizontal(row, to, from, full);
        }
        lines.add(text(row));
    }

    private static void horizontal(char[] row, int left, int right, boolean full) {
        row[2 * right - 1] = slant('/', full);
        for (int i = left; i < right - 1; i++) {
            row[2 * i + 1] = slant('_', full);
        }
    }

    private static char slant(char shape, boolean full) {
        return full ? shape : '.';
    }

    private char[] verticals() {
        char[] row = new char[2 * LANES + 2];
        Arrays.fill(row, ' ');
        for (int i = 0; i < lanes.size(); i++) {
            row[2 * i] = lanes.get(i).full() ? '|' : ':';
        }
        row[2 * LANES] = crowd.isEmpty() ? ' ' : '…';
        return row;
    }

    private static String text(char[] row) {
        return new String(row).stripTrailing();
    }
}
