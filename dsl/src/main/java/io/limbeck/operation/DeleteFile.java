package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.RowWording;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deletes the rows of a CSV file beside the script, each found by what the file has in some columns. Shape: {@code delete
 * 'country', csv: 'countries.csv', by: ['code']}
 *
 * @param by columns of the file
 */
public record DeleteFile(Name table, RowSource source, List<String> by) implements Operation, RowChange {

    public DeleteFile {
        by = List.copyOf(by);
    }

    static DeleteFile read(Name table, Arguments arguments, String file) {
        RowSource source = arguments.context().files().csv(file);
        List<String> by = arguments.texts("by");
        for (String column : by) {
            if (!source.columns().contains(column)) {
                throw new Refusal(
                        "wrong-value",
                        column,
                        source.name() + " has no column '" + column + "'",
                        Suggestion.remedy(column, "columns", source.columns()));
            }
        }
        return new DeleteFile(table, source, by.isEmpty() ? source.columns() : by);
    }

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        before.requireColumns(table, by);
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of(wording(grammar, keys(grammar, before)).shown());
    }

    @Override
    public List<Statement> statements(Renderer grammar, Schema before) {
        TypedRows keys = keys(grammar, before);
        return List.of(new Statement.Rows(
                table, wording(grammar, keys), keys.binding(grammar::bound), grammar, Optional.empty()));
    }

    private TypedRows keys(Renderer grammar, Schema before) {
        return TypedRows.of(new KeyRows(source, by), before, table, grammar);
    }

    private RowWording wording(Renderer grammar, TypedRows keys) {
        return new Wording(grammar, table, keys);
    }

    private record Wording(Renderer grammar, Name table, TypedRows keys) implements RowWording {

        @Override
        public String shown() {
            return delete(keys.columns().stream().map(any -> "…").toList());
        }

        @Override
        public String bound() {
            return delete(keys.parameters(grammar));
        }

        @Override
        public String literal(int column, Literal value) {
            return keys.literal(grammar, column, value);
        }

        @Override
        public String row(List<String> literals) {
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < literals.size(); i++) {
                conditions.add(grammar.quote(keys.columns().get(i)) + " = " + literals.get(i));
            }
            return conditions.stream().collect(Collectors.joining(" AND "));
        }

        @Override
        public int most() {
            return 1;
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public String statement(List<String> rows) {
            return "DELETE FROM " + grammar.name(table) + " WHERE " + rows.get(0);
        }

        private String delete(List<String> values) {
            return statement(List.of(row(values)));
        }
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.impossible("the rows of '" + table + "' that this deletes are not known");
    }

    @Override
    public String script() {
        return ScriptText.call("delete")
                .argument(table.value())
                .text("csv", Optional.of(source.name()))
                .list("by", by)
                .schema(table)
                .line();
    }
}
