package io.limbeck.schema;

import java.util.Objects;

/**
 * The name of a table or another object of a schema, as scripts write it.
 *
 * @param schema null for the default one
 */
public record Name(String schema, String value) implements Comparable<Name> {

    public Name {
        Objects.requireNonNull(value, "value");
    }

    public static Name of(String value) {
        return new Name(null, value);
    }

    /** Another object of the same schema. */
    public Name sibling(String other) {
        return new Name(schema, other);
    }

    /** Names of the default schema come first. */
    @Override
    public int compareTo(Name other) {
        if (!Objects.equals(schema, other.schema)) {
            return schema == null ? -1 : other.schema == null ? 1 : schema.compareTo(other.schema);
        }
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && value.equals(name.value) && Objects.equals(schema, name.schema);
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + Objects.hashCode(schema);
    }

    @Override
    public String toString() {
        return schema == null ? value : schema + "." + value;
    }
}
