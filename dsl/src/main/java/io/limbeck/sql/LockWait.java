package io.limbeck.sql;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a session says for how long its statements wait for a lock that another one holds.
 *
 * @param current the query for what it says now: one row with one text, which {@code set} takes as it is
 * @param set the statement that says it, {@code %s} for the time
 * @param unit what the time is counted in
 * @param suffix the unit's word behind the number, if it has one
 * @param givenUp the SQLSTATEs of a statement that has waited in vain or was chosen as a deadlock's victim
 * @param givenUpCodes the same by the database's own error numbers, where SQLSTATEs do not tell
 * @param patient the word of statements that leave something in the way when they give up, in capitals, if there are such
 */
public record LockWait(
        String current,
        String set,
        Duration unit,
        String suffix,
        Set<String> givenUp,
        Set<Integer> givenUpCodes,
        Optional<String> patient) {

    public LockWait {
        givenUp = Set.copyOf(givenUp);
        givenUpCodes = Set.copyOf(givenUpCodes);
    }

    /** Where every statement may give up. */
    public LockWait(
            String current, String set, Duration unit, String suffix, Set<String> givenUp, Set<Integer> givenUpCodes) {
        this(current, set, unit, suffix, givenUp, givenUpCodes, Optional.empty());
    }

    /** Whether a statement should wait as long as it takes, since giving up would leave something in the way. */
    public boolean isPatient(String sql) {
        return patient.isPresent() && sql.toUpperCase(Locale.ROOT).contains(patient.get());
    }

    /** The statement for a time; less than one unit counts as one. */
    public String setting(Duration time) {
        return setting(Math.max(1, time.toMillis() / unit.toMillis()) + suffix);
    }

    /** The statement for what {@code current} answered. */
    public String setting(String value) {
        return String.format(set, value);
    }

    public boolean hasGivenUp(String sqlState, int code) {
        return sqlState != null && givenUp.contains(sqlState) || givenUpCodes.contains(code);
    }
}
