package io.limbeck.operation;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.RowReader;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import java.time.DateTimeException;

/** Reads rows of text as the types of their columns. */
final class TypedReader implements RowReader {

    private final TypedRows rows;
    private final RowReader text;
    /** Of each column, null where it keeps its text. */
    private final Kind[] kinds;

    TypedReader(TypedRows rows, RowReader text) {
        this.rows = rows;
        this.text = text;
        this.kinds = rows.read().stream()
                .map(type -> type.orElse(null) instanceof Scalar scalar ? scalar.kind() : null)
                .toArray(Kind[]::new);
    }

    @Override
    public boolean isUsual(int cell) {
        return text.isUsual(cell)
                && (kinds[cell] == null || UsualCell.is(kinds[cell], text.bytes(), text.from(cell), text.to(cell)));
    }

    @Override
    public Literal value(int cell) {
        Literal value = text.value(cell);
        if (kinds[cell] == null || value.value() == null) {
            return value;
        }
        try {
            return rows.binding().apply(new Literal(CellText.value((String) value.value(), kinds[cell])));
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw LimbeckException.migration(Problem.at(
                    new Place(rows.name(), line(), 0, ""),
                    "wrong-value",
                    "'" + value.value() + "' is no "
                            + rows.read().get(cell).orElseThrow().script() + ", which column '"
                            + rows.columns().get(cell) + "' is",
                    null));
        }
    }

    @Override
    public boolean next() {
        return text.next();
    }

    @Override
    public int line() {
        return text.line();
    }

    @Override
    public int cells() {
        return text.cells();
    }

    @Override
    public byte[] bytes() {
        return text.bytes();
    }

    @Override
    public int from() {
        return text.from();
    }

    @Override
    public int to() {
        return text.to();
    }

    @Override
    public boolean isStandard() {
        return text.isStandard();
    }

    @Override
    public int from(int cell) {
        return text.from(cell);
    }

    @Override
    public int to(int cell) {
        return text.to(cell);
    }

    @Override
    public boolean isNull(int cell) {
        return text.isNull(cell);
    }

    @Override
    public void close() {
        text.close();
    }
}
