package io.limbeck.operation;

import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.RowWording;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        TypedRows typed = TypedRows.of(source, before, table, grammar);
        Statement rows = new Statement.Rows(
                table,
                new Wording(grammar, Insert.insertInto(grammar, table, source.columns()), typed),
                typed.binding(grammar::bound),
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

    /** @param into without the rows */
    private record Wording(Renderer grammar, String into, TypedRows rows) implements RowWording {

        @Override
        public String shown() {
            return into + " VALUES …";
        }

        @Override
        public String bound() {
            return into + " VALUES " + row(rows.parameters(grammar));
        }

        @Override
        public String literal(int column, Literal value) {
            return rows.literal(grammar, column, value);
        }

        @Override
        public String row(List<String> literals) {
            return "(" + String.join(", ", literals) + ")";
        }

        @Override
        public int most() {
            return grammar.rowsOfInsert();
        }

        @Override
        public int longest() {
            return grammar.lengthOfInsert();
        }

        @Override
        public String statement(List<String> literals) {
            return grammar.insert(into, literals);
        }
    }

    /** By the first key that all rows carry; the file itself is read once more when they go. */
    @Override
    public Reversal reverse(Schema before) {
        List<List<String>> keys = new ArrayList<>(
                Insert.keys(before, table).filter(source.columns()::containsAll).toList());
        boolean none = true;
        try (RowReader row = source.open()) {
            while (!(keys.isEmpty() && !none) && row.next()) {
                none = false;
                keys.removeIf(key -> key.stream()
                        .anyMatch(column -> row.isNull(source.columns().indexOf(column))));
            }
        }
        if (none) {
            return Reversal.nothing();
        }
        return keys.isEmpty()
                ? Reversal.impossible("the rows of " + source.name() + " carry no primary or unique key of '" + table
                        + "' to find them by")
                : Reversal.by(new DeleteFile(table, source, keys.get(0)));
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
