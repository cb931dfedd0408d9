package io.limbeck.plan;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the version table says of a revision that an earlier run began and did not end.
 *
 * @param done how many statements are done
 * @param journal which these are, as {@link Journal} writes it; empty where there is none
 */
public record Begun(int done, String journal) {

    private static final Pattern UNDONE = Pattern.compile(Journal.UNDOES + "(\\d{1,9})\\b.*");

    public Begun {
        journal = journal == null ? "" : journal.strip();
    }

    /** Whether a statement was being run when the earlier run ended, so that nobody has heard how it went. */
    boolean inFlight() {
        return journal.indexOf(Journal.IN_FLIGHT) >= 0;
    }

    /** How many statements of the upgrade were done when their undo began; empty where none has begun. */
    OptionalInt undone() {
        Matcher undone = UNDONE.matcher(journal);
        return undone.matches() ? OptionalInt.of(Integer.parseInt(undone.group(1))) : OptionalInt.empty();
    }
}
