package io.limbeck.autogenerate;

import io.limbeck.schema.Name;
import java.util.Optional;

/**
 * Something that seems to have got another name.
 *
 * @param table the table, under the name that it has now
 * @param column the column; empty where the table itself is meant
 * @param why what speaks for it, a list for people
 */
public record Rename(Name table, Optional<String> column, String to, String why) {

    /** What becomes of it. */
    public enum Answer {
        /** It is the same thing. */
        SAME,
        /** Two things: one goes, the other comes. */
        TWO,
        /** Nobody said: it is written as a rename, with the alternative in a comment. */
        UNDECIDED
    }

    /** Shape: {@code column 'mail' of table 'account'} */
    public String subject() {
        return column.map(name -> "column '" + name + "' of table '" + table + "'")
                .orElse("table '" + table + "'");
    }
}
