package io.limbeck.operation;

import io.limbeck.schema.Schema;
import io.limbeck.sql.Grammar;
import java.util.List;

/** A grammar that also words whole operations, for operations that consist of others. */
public interface Renderer extends Grammar {

    /**
     * The SQL of an operation: the dialect's own wording where it differs, else the standard's.
     *
     * @throws io.limbeck.error.Refusal when the dialect cannot do it
     */
    List<String> render(Operation operation, Schema before);
}
