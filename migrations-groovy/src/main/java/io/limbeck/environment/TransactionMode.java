package io.limbeck.environment;

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

    /**
     * The mode of a word.
     *
     * @throws io.limbeck.error.LimbeckException when there is none
     */
    public static TransactionMode of(String word) {
        for (TransactionMode mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw io.limbeck.error.LimbeckException.setup(io.limbeck.error.Problem.of(
                "wrong-value", "'transaction' cannot be '" + word + "'", "It is per-revision, all or none."));
    }
}
