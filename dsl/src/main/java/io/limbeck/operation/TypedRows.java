package io.limbeck.operation;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.Row;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
    public Stream<Row> rows() {
        return source.rows().map(this::typed);
    }

    private Row typed(Row row) {
        List<Literal> cells = row.cells();
        List<Literal> typed = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Literal cell = cells.get(i);
            try {
                typed.add(
                        cell.value() instanceof String text && types.get(i).orElse(null) instanceof Scalar scalar
                                ? binding.apply(new Literal(CellText.value(text, scalar.kind())))
                                : cell);
            } catch (NumberFormatException | DateTimeException unreadable) {
                throw LimbeckException.migration(Problem.at(
                        new Place(name(), row.line(), 0, ""),
                        "wrong-value",
                        "'" + cell.value() + "' is no "
                                + types.get(i).orElseThrow().script() + ", which column '"
                                + columns().get(i) + "' is",
                        null));
            }
        }
        return new Row(row.line(), typed);
    }
}
