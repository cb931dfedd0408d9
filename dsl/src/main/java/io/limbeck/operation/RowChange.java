package io.limbeck.operation;

import io.limbeck.schema.Name;

/** Marks the operations that change the rows of one table, and no definition. */
public interface RowChange {

    Name table();
}
