package io.limbeck.operation;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.Statement;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Inserts the rows of a CSV file beside the script. Shape: {@code insert 'country', csv: 'countries.csv'} */
public record InsertFile(Name table, RowSource source) implements Operation, RowChange {

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        before.requireColumns(table, source.columns());
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of(Insert.insertInto(grammar, table, source.columns()) + " VALUES");
    }

    @Override
    public List<Statement> statements(Renderer grammar, Schema before) {
        String into = Insert.insertInto(grammar, table, source.columns());
        String bound = types(before).stream()
                .map(type -> type.map(grammar::parameter).orElse("?"))
                .collect(Collectors.joining(", ", into + " VALUES (", ")"));
        List<Optional<Type>> types = types(before);
        Statement rows = new Statement.Rows(
                table,
                into,
                bound,
                typed(before, type -> type.in(grammar.dialect())).binding(grammar::bound),
                (column, literal) -> types.get(column)
                        .map(type -> grammar.literal(literal, type))
                        .orElseGet(() -> grammar.literal(literal)),
                grammar,
                grammar.bulkLoad(table, source.columns()));
        if (!Insert.givesIdentity(before, table, source.columns())) {
            return List.of(rows);
        }
        List<Statement> statements = new ArrayList<>();
        grammar.givingIdentity(table, true).forEach(words -> statements.add(Statement.Sql.of(words)));
        statements.add(rows);
        grammar.givingIdentity(table, false).forEach(words -> statements.add(Statement.Sql.of(words)));
        return statements;
    }

    /** The same rows with each value read as its column's type. */
    private TypedRows typed(Schema before, UnaryOperator<Type> reading) {
        return new TypedRows(
                source, types(before).stream().map(type -> type.map(reading)).toList(), UnaryOperator.identity());
    }

    private List<Optional<Type>> types(Schema before) {
        Optional<Table> known = before.find(table);
        return source.columns().stream()
                .map(column -> known.flatMap(each -> each.column(column)).map(Column::type))
                .toList();
    }

    @Override
    public Reversal reverse(Schema before) {
        List<Map<String, Value>> keys = new ArrayList<>();
        List<String> columns = source.columns();
        try (RowReader row = typed(before, UnaryOperator.identity()).open()) {
            while (row.next()) {
                Map<String, Value> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), row.value(i));
                }
                Optional<Map<String, Value>> key = Insert.key(before, table, cells);
                if (key.isEmpty()) {
                    return Reversal.impossible("the rows of " + source.name() + " carry no primary or unique key of '"
                            + table + "' to find them by");
                }
                keys.add(key.get());
            }
        }
        return keys.isEmpty()
                ? Reversal.nothing()
                : Reversal.by(new Delete(table, Optional.empty(), Collections.unmodifiableList(keys)));
    }

    @Override
    public String script() {
        return ScriptText.call("insert")
                .argument(table.value())
                .text("csv", Optional.of(source.name()))
                .schema(table)
                .line();
    }
}
