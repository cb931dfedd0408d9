package io.limbeck.operation;

import java.util.Map;

/** Whether a table is made anew to change it. */
public enum Recreate {
    /** Where the database cannot change it in place. */
    AUTO,
    /** In any case. */
    ALWAYS,
    /** In no case; what the database cannot do in place is refused. */
    NEVER;

    /** The words that scripts use. */
    public static final Map<String, Recreate> WORDS = Map.of("auto", AUTO, "always", ALWAYS, "never", NEVER);
}
