package io.limbeck.error;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong: where, what, and the way out.
 *
 * @param code a stable word for tests and tools, such as {@code unknown-option}
 * @param where the place, or null where no script is to blame
 * @param fact what is wrong, one sentence without a full stop
 * @param way what to do about it, whole sentences, or null
 */
public record Problem(String code, Place where, String fact, String way) {

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fact, "fact");
    }

    /** A problem that no script is to blame for, such as a missing driver. */
    public static Problem of(String code, String fact, String way) {
        return new Problem(code, null, fact, way);
    }

    /** A problem at a place in a script. */
    public static Problem at(Place place, String code, String fact, String way) {
        return new Problem(code, place, fact, way);
    }

    public Optional<Place> place() {
        return Optional.ofNullable(where);
    }

    public Optional<String> remedy() {
        return Optional.ofNullable(way);
    }

    /**
     * The problem for people, several lines without a final line end. Shape:
     *
     * <pre>
     * b2_add_email.groovy:5:5: 'renameTabel' is not an operation
     *     renameTabel 'a', to: 'b'
     *     ^
     *   Did you mean 'renameTable'?
     * </pre>
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (where != null) {
            out.append(where).append(": ");
        }
        out.append(fact);
        if (where != null && !where.text().isBlank()) {
            frame(out, where);
        }
        if (way != null) {
            way.lines().forEach(line -> out.append("\n  ").append(line));
        }
        return out.toString();
    }

    private static void frame(StringBuilder out, Place place) {
        String line = place.text().stripTrailing();
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        out.append("\n    ").append(line.substring(indent.length()));
        int caret = place.column() - 1 - indent.length();
        if (place.column() > 0 && caret >= 0 && place.column() <= line.length() + 1) {
            out.append("\n    ").append(" ".repeat(caret)).append('^');
        }
    }
}
