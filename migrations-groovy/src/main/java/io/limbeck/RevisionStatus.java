package io.limbeck;

import io.limbeck.online.AppliedRevision;
import io.limbeck.revision.Revision;
import java.util.Optional;

/**
 * A revision, and what the database knows of it.
 *
 * @param revision as its script says; for {@link State#MISSING}, as its row says
 * @param head whether no other revision follows or needs it
 * @param current whether it is among the applied heads
 * @param applied its row, if it has one
 */
public record RevisionStatus(
        Revision revision, State state, boolean head, boolean current, Optional<AppliedRevision> applied) {

    /** What there is to say of a revision. */
    public enum State {
        /** The script and the row agree. */
        APPLIED,
        /** Not applied yet. */
        PENDING,
        /** Not applied yet, though a revision that needs it is. */
        OUT_OF_ORDER,
        /** Applied, but the script has changed since. */
        CHANGED,
        /** Applied, but no script has it. */
        MISSING,
        /** An upgrade of it began and did not end. */
        RUNNING,
        /** A downgrade of it began and did not end. */
        REVERTING,
        /** Taking back what was done of an upgrade began and did not end. */
        UNDOING,
        /** No database was asked. */
        UNKNOWN
    }
}
