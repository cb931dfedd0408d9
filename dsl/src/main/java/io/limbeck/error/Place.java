package io.limbeck.error;

import java.util.Objects;

/**
 * A point in a script, with the line itself so that a message can show it.
 *
 * @param source the file as a reader knows it, such as {@code migrations/b2_add_email.groovy}
 * @param line counted from 1; 0 means the file as a whole
 * @param column counted from 1; 0 means the line as a whole
 * @param text the line without its end, or empty when unknown
 */
public record Place(String source, int line, int column, String text) {

    public Place {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
    }

    /** The file as a whole. */
    public static Place file(String source) {
        return new Place(source, 0, 0, "");
    }

    /** Shape: {@code b2_add_email.groovy:5:9}. */
    @Override
    public String toString() {
        if (line == 0) {
            return source;
        }
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
