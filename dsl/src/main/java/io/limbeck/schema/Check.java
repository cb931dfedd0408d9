package io.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A check constraint.
 *
 * @param expression SQL, passed on verbatim
 * @param column the column it was written at, if it was
 * @param valid false where existing rows have not been checked
 */
public record Check(String name, String expression, Optional<String> column, boolean valid) implements Constraint {

    @Override
    public List<String> columns() {
        return column.map(List::of).orElse(List.of());
    }

    @Override
    public Check named(String other) {
        return new Check(other, expression, column, valid);
    }

    @Override
    public Check renaming(UnaryOperator<String> columnName) {
        return new Check(name, expression, column.map(columnName), valid);
    }

    public Check valid(boolean other) {
        return new Check(name, expression, column, other);
    }
}
