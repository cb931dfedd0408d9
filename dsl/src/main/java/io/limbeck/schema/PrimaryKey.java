package io.limbeck.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/** The primary key of a table. */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columns);
    }

    @Override
    public PrimaryKey renaming(UnaryOperator<String> columnName) {
        return new PrimaryKey(name, columns.stream().map(columnName).toList());
    }
}
