package io.limbeck.dsl;

import io.limbeck.call.Site;
import io.limbeck.operation.Operation;

/**
 * An operation and the place that asked for it.
 *
 * @param autocommit whether it stands in an {@code autocommit} block, outside the revision's transaction
 */
public record Recorded(Operation operation, Site site, boolean autocommit) {}
