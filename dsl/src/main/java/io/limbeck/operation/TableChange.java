package io.limbeck.operation;

import io.limbeck.schema.Name;

/** Marks the operations that change how one table is defined, and nothing else; they can be done by making it anew. */
public interface TableChange {

    Name table();
}
