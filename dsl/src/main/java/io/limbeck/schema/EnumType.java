package io.limbeck.schema;

import java.util.List;

/** A named enumeration type, where the database has them. */
public record EnumType(Name name, List<String> values) {

    public EnumType {
        values = List.copyOf(values);
    }
}
