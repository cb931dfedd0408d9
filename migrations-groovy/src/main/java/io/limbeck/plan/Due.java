package io.limbeck.plan;

import java.util.List;

/**
 * The state of a revision's row in which a statement of a plan is due; a script that may meet any state asks for it.
 *
 * @param rows the keys of the row: the revision's, and those of what it replaces
 * @param done how many statements must be done, where the revision has begun
 * @param checksum of the script that must have run, for a repeatable one
 */
public record Due(State state, List<String> rows, int done, String checksum) {

    /** What the row must say. */
    public enum State {
        /** There is none: the revision is not applied. */
        ABSENT,
        /** The revision is applied. */
        APPLIED,
        /** The revision has begun, and this statement is next. */
        RUNNING,
        /** Undoing the revision has begun, and this statement is next. */
        REVERTING,
        /** A repeatable script has not run as it is now. */
        OUTDATED
    }

    public Due {
        rows = List.copyOf(rows);
    }
}
