package io.limbeck.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A check constraint.
 *
 * @param expression SQL, passed on verbatim
 * @param valid false where existing rows have not been checked
 */
public record Check(String name, String expression, boolean valid) implements Constraint {

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean names(String column) {
        return SqlText.names(expression, column);
    }

    @Override
    public Check named(String other) {
        return new Check(other, expression, valid);
    }

    @Override
    public Check renaming(UnaryOperator<String> columnName) {
        return new Check(name, SqlText.renaming(expression, columnName), valid);
    }

    public Check valid(boolean other) {
        return new Check(name, expression, other);
    }
}
