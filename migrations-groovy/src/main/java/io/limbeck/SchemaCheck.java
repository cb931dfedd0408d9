package io.limbeck;

import io.limbeck.revision.Revision;
import java.util.List;
import java.util.Optional;

/** Tells drift from pending work. */
final class SchemaCheck {

    private SchemaCheck() {}

    static CheckReport of(Schemas schemas, Against against) {
        boolean aims = against == Against.HISTORY || schemas.hasTarget();
        Optional<SchemaDifference> work =
                aims ? Optional.of(schemas.difference(Schemas.HISTORY, Schemas.TARGET)) : Optional.empty();
        if (against == Against.HISTORY) {
            return new CheckReport(work, Optional.empty(), List.of());
        }
        SchemaDifference drift =
                schemas.difference("applied", schemas.applied(), Schemas.DATABASE, schemas.of(Schemas.DATABASE));
        return new CheckReport(work, Optional.of(drift), pending(schemas));
    }

    /** Revisions on rows alone leave the schema as it is, so they are no concern of this. */
    private static List<Revision> pending(Schemas schemas) {
        List<Revision> pending = schemas.pending();
        boolean changes = !pending.isEmpty()
                && !schemas.difference("applied", schemas.applied(), Schemas.HISTORY, schemas.of(Schemas.HISTORY))
                        .isEmpty();
        return changes ? pending : List.of();
    }
}
