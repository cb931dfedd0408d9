package io.limbeck.plan;

/** What is known of the version table before a run. */
public enum TableState {
    /** It is not there. */
    MISSING,
    /** It is not there, or it is empty. */
    EMPTY,
    /** It is there. */
    THERE,
    /** Nothing is known. */
    UNKNOWN;

    boolean mayBeMissing() {
        return this != THERE;
    }

    boolean mayBeThere() {
        return this != MISSING;
    }

    boolean mayHoldRows() {
        return this == THERE || this == UNKNOWN;
    }
}
