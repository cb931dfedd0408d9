package io.limbeck;

/** What belongs to one transaction, where the database's DDL takes part in transactions. */
public enum TransactionMode {
    /** Each revision with its row in the version table. */
    PER_REVISION,
    /** The whole run. */
    ALL,
    /** Nothing: each statement stands alone. */
    NONE;

    /** The word of the parameter {@code transaction}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
