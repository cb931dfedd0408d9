package io.limbeck.schema;

import java.util.Optional;

/** A sequence; what is empty is the database's own default. */
public record Sequence(
        Name name,
        Optional<Long> start,
        Optional<Long> increment,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Boolean> cycle,
        Optional<Long> cache) {}
