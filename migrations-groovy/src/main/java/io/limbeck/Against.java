package io.limbeck;

/** What the target metadata is compared with. */
public enum Against {
    /** What the scripts lead to; needs no database. */
    HISTORY,
    /** What a database has. */
    DATABASE
}
