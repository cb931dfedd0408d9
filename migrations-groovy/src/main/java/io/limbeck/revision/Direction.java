package io.limbeck.revision;

/** Which way a run goes. */
public enum Direction {
    /** Applies revisions, ancestors first. */
    UPGRADE,
    /** Reverts revisions, descendants first. */
    DOWNGRADE,
    /** Moves the version table alone. */
    STAMP
}
