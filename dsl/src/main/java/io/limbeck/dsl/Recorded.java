package io.limbeck.dsl;

import io.limbeck.call.Site;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;

/**
 * An operation and the place that asked for it.
 *
 * @param autocommit whether it stands in an {@code autocommit} block, outside the revision's transaction
 * @param recreate what the {@code alterTable} block that it stands in says of making the table anew
 */
public record Recorded(Operation operation, Site site, boolean autocommit, Recreate recreate) {

    public Recorded(Operation operation, Site site, boolean autocommit) {
        this(operation, site, autocommit, Recreate.AUTO);
    }

    /** Another operation that the same place in the script asked for. */
    public Recorded instead(Operation other) {
        return new Recorded(other, site, autocommit, recreate);
    }
}
