package io.limbeck.target;

import io.limbeck.schema.Schema;

/** Reads entities; made in the class loader that has the project's object-relational mapper. */
public interface EntityReader {

    Schema read(EntityRequest request);
}
