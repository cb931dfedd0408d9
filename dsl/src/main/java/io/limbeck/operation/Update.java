package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.type.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Updates rows. Shape: {@code update 'account', [active: true], where: 'closed_at is null'} */
public record Update(Name table, Map<String, Value> values, Optional<String> where) implements Operation, RowChange {

    static final Verb VERB = new Verb("update", arguments -> {
        Name table = arguments.name("the table's name");
        Map<String, Value> values = RowText.read(arguments.next("the new values"));
        if (values.isEmpty()) {
            throw new Refusal("nothing-to-change", null, "this update changes nothing", null);
        }
        return new Update(table, values, arguments.text("where"));
    });

    public Update {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        before.requireColumns(table, values.keySet());
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of("UPDATE " + grammar.name(table)
                + values.entrySet().stream()
                        .map(cell -> grammar.quote(cell.getKey()) + " = "
                                + RowText.literal(grammar, before, table, cell.getKey(), cell.getValue()))
                        .collect(Collectors.joining(", ", " SET ", ""))
                + where.map(condition -> " WHERE " + condition).orElse(""));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.impossible("what the rows of '" + table + "' held before this update is not known");
    }

    @Override
    public String script() {
        return ScriptText.call("update")
                .argument(table.value())
                .raw(RowText.script(values))
                .schema(table)
                .text("where", where)
                .line();
    }
}
