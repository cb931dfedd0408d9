package io.limbeck.operation;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Grammar;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rows of text, read as the types of a table's columns; a column of unknown type keeps its text.
 *
 * @param types as the table has them
 * @param read as the dialect has them
 */
record TypedRows(
        RowSource source, List<Optional<Type>> types, List<Optional<Type>> read, UnaryOperator<Literal> binding)
        implements RowSource {

    static TypedRows of(RowSource source, Schema before, Name table, Grammar grammar) {
        Optional<Table> known = before.find(table);
        List<Optional<Type>> types = source.columns().stream()
                .map(column -> known.flatMap(each -> each.column(column)).map(Column::type))
                .toList();
        List<Optional<Type>> read = types.stream()
                .map(type -> type.map(each -> each.in(grammar.dialect())))
                .toList();
        return new TypedRows(source, types, read, UnaryOperator.identity());
    }

    /** The same rows with each value as it is bound. */
    TypedRows binding(UnaryOperator<Literal> other) {
        return new TypedRows(source, types, read, other);
    }

    /** A parameter for each column. */
    List<String> parameters(Grammar grammar) {
        return types.stream()
                .map(type -> type.map(grammar::parameter).orElse("?"))
                .toList();
    }

    /** The literal of a value of the column at a position. */
    String literal(Grammar grammar, int column, Literal value) {
        return types.get(column).map(type -> grammar.literal(value, type)).orElseGet(() -> grammar.literal(value));
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
