package io.limbeck.target.hibernate;

import io.limbeck.operation.CreateTable;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;

/** Adds the enumerations that columns bring along, as making their tables does. */
final class EnumTypes {

    private EnumTypes() {}

    static Schema in(Schema tables) {
        Schema schema = tables;
        for (Table table : tables.tables()) {
            for (EnumType type : new CreateTable(table, false).newEnums(schema)) {
                schema = schema.with(type);
            }
        }
        return schema;
    }
}
