package io.limbeck.operation;

import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rows of text, read as the types of their columns; a column of unknown type keeps its text. */
record TypedRows(RowSource source, List<Optional<Type>> types, UnaryOperator<Literal> binding) implements RowSource {

    /** The same rows with each value as it is bound. */
    TypedRows binding(UnaryOperator<Literal> other) {
        return new TypedRows(source, types, other);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public RowReader open() {
        return new TypedReader(this, source.open());
    }
}
