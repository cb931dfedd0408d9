package io.limbeck.schema;

/**
 * A view.
 *
 * @param query SQL, passed on verbatim
 */
public record View(Name name, String query, boolean materialized) {}
