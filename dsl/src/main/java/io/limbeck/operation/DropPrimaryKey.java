package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/** Drops a table's primary key, whatever its name. Shape: {@code dropPrimaryKey 'account'} */
public record DropPrimaryKey(Name table) implements Operation, TableChange {

    static final Verb VERB =
            new Verb("dropPrimaryKey", arguments -> new DropPrimaryKey(arguments.name("the table's name")));

    @Override
    public Schema apply(Schema before) {
        Optional<PrimaryKey> key = key(before);
        return key.map(found -> new DropConstraint(table, found.name(), false, false).apply(before))
                .orElse(before);
    }

    /** The key as far as it is known. */
    private Optional<PrimaryKey> key(Schema before) {
        Optional<Table> found = before.find(table);
        if (found.isPresent() && found.get().primaryKey().isEmpty() && !before.mayExist(table.value())) {
            throw new Refusal("unknown-constraint", table.value(), "table '" + table + "' has no primary key", null);
        }
        return found.flatMap(Table::primaryKey);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        PrimaryKey key = key(before)
                .orElseThrow(() -> new Refusal(
                        "unknown-constraint",
                        table.value(),
                        "the name of the primary key of table '" + table + "' is not known from the history",
                        "Use dropConstraint with its name."));
        return grammar.render(new DropConstraint(table, key.name(), false, false), before);
    }

    @Override
    public Reversal reverse(Schema before) {
        return key(before)
                .map(key -> Reversal.by(new AddConstraint(table, key)))
                .orElseGet(() ->
                        Reversal.impossible("the primary key of table '" + table + "' is not known from the history"));
    }

    @Override
    public String script() {
        return ScriptText.call("dropPrimaryKey")
                .argument(table.value())
                .schema(table)
                .line();
    }
}
