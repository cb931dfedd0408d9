package io.limbeck.schema;

import java.util.Optional;

/**
 * A generated column's expression.
 *
 * @param stored whether the database keeps the value; empty for the dialect's own way
 */
public record Computed(String expression, Optional<Boolean> stored) {}
