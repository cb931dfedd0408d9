package io.limbeck.script.literal;

/** A {@code StringBuilder}, which is no string here, since it may become another one. */
record Growing(StringBuilder text) {

    /** They are compared by what they are, not by what they hold. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
