package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.type.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deletes rows: those of a condition, or those that hold the given values. Shape: {@code delete 'account', where: 'id <
 * 10'} and {@code delete 'account', [id: 1], [id: 2]}
 */
public record Delete(Name table, Optional<String> where, List<Map<String, Value>> rows)
        implements Operation, RowChange {

    static final Verb VERB = new Verb("delete", Delete::read);

    private static Operation read(Arguments arguments) {
        Name table = arguments.name("the table's name");
        List<Map<String, Value>> rows = RowText.readAll(arguments);
        Optional<String> where = arguments.text("where");
        if (where.isPresent() && !rows.isEmpty()) {
            throw new Refusal("contradiction", "where", "a delete has rows or 'where:', not both", null);
        }
        Optional<String> csv = arguments.text("csv");
        if (csv.isEmpty()) {
            return new Delete(table, where, rows);
        }
        if (where.isPresent() || !rows.isEmpty()) {
            throw new Refusal("contradiction", "csv", "a delete has rows, 'where:' or 'csv:', not several", null);
        }
        return DeleteFile.read(table, arguments, csv.get());
    }

    public Delete {
        rows = List.copyOf(rows);
    }

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        rows.forEach(row -> before.requireColumns(table, row.keySet()));
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        String delete = "DELETE FROM " + grammar.name(table);
        return rows.isEmpty()
                ? List.of(delete + where.map(condition -> " WHERE " + condition).orElse(""))
                : rows.stream()
                        .map(row -> delete + " WHERE " + RowText.condition(grammar, before, table, row))
                        .toList();
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.impossible("the rows of '" + table + "' that this deletes are not known");
    }

    @Override
    public String script() {
        ScriptText call = ScriptText.call("delete").argument(table.value());
        if (!rows.isEmpty()) {
            call.raw(rows.stream().map(RowText::script).collect(Collectors.joining(", ")));
        }
        return call.schema(table).text("where", where).line();
    }
}
