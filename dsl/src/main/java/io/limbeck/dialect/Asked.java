package io.limbeck.dialect;

import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.Schema;

/** An operation as it is about to be worded: complete, with the state that it meets. */
public interface Asked {

    Operation operation();

    Schema before();

    /** What the script says of making the table anew. */
    Recreate recreate();

    /** Whether it must stand outside any transaction, and so for itself. */
    boolean alone();
}
