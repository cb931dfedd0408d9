package io.limbeck.online;

import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.time.Duration;

/** Hears how a run goes on; every method does nothing unless overridden. */
public interface Progress {

    /** A listener that hears nothing. */
    Progress SILENT = new Progress() {};

    /** The listener for one of several databases, which are worked on at the same time. */
    default Progress of(String database) {
        return this;
    }

    /** A revision is about to be applied, reverted or stamped. */
    default void began(Revision revision, Direction direction) {}

    /**
     * A statement took longer than a second.
     *
     * @param sql the statement's text
     */
    default void slow(String sql, Duration duration) {}

    /** A revision's row is written; where its transaction is still open, what happens here belongs to it. */
    default void versionApplied(Revision revision, Direction direction) {}

    /** A revision was applied, reverted or stamped. */
    default void done(FinishedStep step) {}

    /**
     * Another migrator is at work, and this one waits for it.
     *
     * @param holder who it is, as far as the database tells
     */
    default void waiting(String holder) {}

    /**
     * A statement has waited in vain for a lock that another session holds; it will be tried again.
     *
     * @param sql the statement's text
     * @param retry which retry follows, counted from 1
     */
    default void lockedOut(String sql, int retry, int retries) {}

    /** Something is worth knowing, though nothing failed. */
    default void warning(String text) {}
}
