package io.limbeck.operation;

import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import java.util.List;

/** Renames a table within its schema. Shape: {@code renameTable 'a', to: 'b'} */
public record RenameTable(Name table, String to) implements Operation {

    static final Verb VERB = new Verb(
            "renameTable",
            arguments -> new RenameTable(arguments.name("the table's name"), arguments.requiredText("to")));

    @Override
    public Schema apply(Schema before) {
        before.find(table);
        before.requireFree(table.sibling(to));
        return before.known(table).isPresent() ? before.renaming(table, table.sibling(to)) : before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of("ALTER TABLE " + grammar.name(table) + " RENAME TO " + grammar.quote(to));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new RenameTable(table.sibling(to), table.value()));
    }

    @Override
    public String script() {
        return ScriptText.call("renameTable")
                .argument(table.value())
                .schema(table)
                .text("to", java.util.Optional.of(to))
                .line();
    }
}
