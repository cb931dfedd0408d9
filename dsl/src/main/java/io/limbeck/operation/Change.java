package io.limbeck.operation;

import java.util.Optional;

/**
 * What is to become of one aspect of a column.
 *
 * @param asked whether the script speaks of it at all
 * @param to what it is to be; empty where it is to go
 */
public record Change<T>(boolean asked, Optional<T> to) {

    public static <T> Change<T> none() {
        return new Change<>(false, Optional.empty());
    }

    public static <T> Change<T> to(Optional<T> to) {
        return new Change<>(true, to);
    }

    /** The aspect afterwards, given what it was. */
    Optional<T> from(Optional<T> before) {
        return asked ? to : before;
    }
}
