package io.limbeck.it.catalogue;

import java.util.Locale;

/**
 * One thing that a catalogue says.
 *
 * @param object what it is said of, such as {@code table customer}
 * @param kind column, primary key, unique, foreign key, check, exclude, index, definition or comment
 * @param name the column's, constraint's or index's own name, empty where there is none
 * @param generated whether the database made up that name
 * @param text the rest, white space of any length being one blank
 */
public record Fact(String object, Kind kind, String name, boolean generated, String text) {
    /** Kinds in the order in which they are told. */
    public enum Kind {
        COMMENT,
        DEFINITION,
        COLUMN,
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUDE,
        INDEX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Fact {
        text = text.strip().replaceAll("\\s+", " ");
    }

    /** A fact without a name of its own. */
    Fact(String object, Kind kind, String text) {
        this(object, kind, "", false, text);
    }

    /** A column; columns come in the order of the table. */
    static Fact column(String object, String name, String text) {
        return new Fact(object, Kind.COLUMN, name, false, text);
    }
}
