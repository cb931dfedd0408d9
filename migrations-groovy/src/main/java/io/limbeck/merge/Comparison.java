package io.limbeck.merge;

import io.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Two branches laid side by side.
 *
 * @param joined the schema state that both orders lead to; empty where they do not
 * @param clashes the operations that may not be exchanged, in the order of the first branch; those about rows and raw
 *     SQL are found even where the schema state is the same
 */
public record Comparison(Optional<Schema> joined, List<Clash> clashes) {

    public Comparison {
        clashes = List.copyOf(clashes);
    }
}
