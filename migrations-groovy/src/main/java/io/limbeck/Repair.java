package io.limbeck;

/** What a repair is to do. */
public enum Repair {
    /** Scripts that have changed count as what was applied; rows of which nothing is done go. */
    ACCEPT,
    /** The statement that was being run when a run was killed took effect. */
    ASSUME_APPLIED,
    /** The statement that was being run when a run was killed did not take effect. */
    ASSUME_NOT_APPLIED,
    /** What is done of an upgrade that is half-way is taken back; an undo that did not end goes on. */
    UNDO
}
