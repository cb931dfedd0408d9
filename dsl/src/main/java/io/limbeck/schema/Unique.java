package io.limbeck.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/** A unique constraint. */
public record Unique(String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct)
        implements Constraint {

    public Unique {
        columns = List.copyOf(columns);
    }

    @Override
    public Unique named(String other) {
        return new Unique(other, columns, deferral, nullsNotDistinct);
    }

    @Override
    public Unique renaming(UnaryOperator<String> columnName) {
        return new Unique(name, columns.stream().map(columnName).toList(), deferral, nullsNotDistinct);
    }
}
