package io.limbeck.plan;

/** Where transactions begin and end. */
public enum Framing {
    /** Around each revision. */
    PER_REVISION,
    /** Around the whole run. */
    ALL,
    /** Nowhere: each statement stands alone. */
    NONE,
    /** Nowhere, since somebody else's transaction is open and everything joins it. */
    JOINED
}
