package io.limbeck.schema;

import java.util.Comparator;
import java.util.Objects;

/**
 * The name of a table or another object of a schema, as scripts write it.
 *
 * @param schema null for the default one
 */
public record Name(String schema, String value) implements Comparable<Name> {

    private static final Comparator<Name> ORDER = Comparator.comparing(
                    Name::schema, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Name::value);

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

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema == null ? value : schema + "." + value;
    }
}
