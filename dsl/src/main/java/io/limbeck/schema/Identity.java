package io.limbeck.schema;

import java.util.Optional;

/**
 * An identity column's generator.
 *
 * @param always GENERATED ALWAYS rather than BY DEFAULT
 */
public record Identity(
        boolean always,
        Optional<Long> start,
        Optional<Long> increment,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Boolean> cycle,
        Optional<Long> cache) {

    /** BY DEFAULT, with everything else as the database has it. */
    public static final Identity BY_DEFAULT = new Identity(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same generator, ALWAYS or BY DEFAULT. */
    public Identity always(boolean other) {
        return new Identity(other, start, increment, min, max, cycle, cache);
    }
}
