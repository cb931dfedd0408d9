package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.type.Literal;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inserts rows. Shape: {@code insert 'currency', [code: 'EUR'], [code: 'CHF']} */
public record Insert(Name table, List<Map<String, Value>> rows) implements Operation, RowChange {

    static final Verb VERB = new Verb("insert", Insert::read);

    public Insert {
        rows = List.copyOf(rows);
    }

    private static Operation read(Arguments arguments) {
        Name table = arguments.name("the table's name");
        Optional<String> csv = arguments.text("csv");
        List<Map<String, Value>> rows = RowText.readAll(arguments);
        if (csv.isPresent()) {
            if (!rows.isEmpty()) {
                throw new Refusal("contradiction", "csv", "an insert has rows or 'csv:', not both", null);
            }
            return new InsertFile(table, arguments.context().files().csv(csv.get()));
        }
        if (rows.isEmpty()) {
            throw new Refusal(
                    "no-rows", null, "an insert needs at least one row", "Write insert 't', [id: 1, name: 'x'].");
        }
        return new Insert(table, rows);
    }

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        for (Map<String, Value> row : rows) {
            before.requireColumns(table, row.keySet());
        }
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        List<String> statements = new ArrayList<>();
        int most = grammar.rowsOfInsert();
        for (int from = 0; from < rows.size(); ) {
            List<String> columns = List.copyOf(rows.get(from).keySet());
            List<String> worded = new ArrayList<>();
            int length = 0;
            int to = from;
            while (to < rows.size()
                    && to - from < most
                    && length < grammar.lengthOfInsert()
                    && (to == from || List.copyOf(rows.get(to).keySet()).equals(columns))) {
                worded.add(literals(grammar, before, rows.get(to)));
                length += worded.get(to - from).length();
                to++;
            }
            boolean identity = givesIdentity(before, table, columns);
            if (identity) {
                statements.addAll(grammar.givingIdentity(table, true));
            }
            statements.add(grammar.insert(insertInto(grammar, table, columns), worded));
            if (identity) {
                statements.addAll(grammar.givingIdentity(table, false));
            }
            from = to;
        }
        return statements;
    }

    private String literals(Renderer grammar, Schema before, Map<String, Value> row) {
        StringBuilder cells = new StringBuilder("(");
        for (Map.Entry<String, Value> cell : row.entrySet()) {
            cells.append(cells.length() > 1 ? ", " : "")
                    .append(RowText.literal(grammar, before, table, cell.getKey(), cell.getValue()));
        }
        return cells.append(')').toString();
    }

    /** Whether one of the columns gets its values from a generator otherwise. */
    static boolean givesIdentity(Schema before, Name table, List<String> columns) {
        Optional<Table> known = before.find(table);
        if (known.isPresent()) {
            for (Column column : known.get().columns()) {
                if (column.identity().isPresent() && columns.contains(column.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shape: {@code INSERT INTO account (id, email)} */
    static String insertInto(Renderer grammar, Name table, List<String> columns) {
        return "INSERT INTO " + grammar.name(table) + " (" + grammar.quoteAll(columns) + ")";
    }

    @Override
    public Reversal reverse(Schema before) {
        List<Map<String, Value>> keys = new ArrayList<>();
        for (Map<String, Value> row : rows) {
            Optional<Map<String, Value>> key = key(before, table, row);
            if (key.isEmpty()) {
                return Reversal.impossible(
                        "a row that was inserted into '" + table + "' carries no primary or unique key to find it by");
            }
            keys.add(key.get());
        }
        return Reversal.by(new Delete(table, Optional.empty(), keys));
    }

    /** The part of a row that tells it from all others, if it has one. */
    static Optional<Map<String, Value>> key(Schema before, Name table, Map<String, Value> row) {
        return keys(before, table)
                .filter(columns -> columns.stream()
                        .allMatch(column -> row.get(column) instanceof Literal literal && literal.value() != null))
                .findFirst()
                .map(columns -> {
                    Map<String, Value> key = new LinkedHashMap<>();
                    columns.forEach(column -> key.put(column, row.get(column)));
                    return key;
                });
    }

    /** The columns of each key that a table has. */
    static Stream<List<String>> keys(Schema before, Name table) {
        Optional<Table> known = before.find(table);
        Stream<Constraint> keys = known.stream()
                .flatMap(each -> Stream.concat(
                        each.constraints(PrimaryKey.class).stream(), each.constraints(Unique.class).stream()));
        Stream<List<String>> indexes = known.stream()
                .flatMap(each -> each.indexes().stream())
                .filter(index -> index.unique()
                        && index.where().isEmpty()
                        && index.parts().stream().noneMatch(part -> part.expression()))
                .map(index -> index.parts().stream().map(part -> part.text()).toList());
        return Stream.concat(keys.map(Constraint::columns), indexes);
    }

    @Override
    public String script() {
        return ScriptText.call("insert")
                .argument(table.value())
                .raw(rows.stream().map(RowText::script).collect(Collectors.joining(", ")))
                .schema(table)
                .line();
    }
}
