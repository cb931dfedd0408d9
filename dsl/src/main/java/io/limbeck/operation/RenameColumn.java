package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/** Renames a column. Shape: {@code renameColumn 'account', 'mail', to: 'email'} */
public record RenameColumn(Name table, String column, String to) implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "renameColumn",
            arguments -> new RenameColumn(
                    arguments.name("the table's name"),
                    arguments.word("the column's name"),
                    arguments.requiredText("to")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        before.find(table, column);
        if (found.flatMap(known -> known.column(to)).isPresent()) {
            throw new Refusal(
                    "name-taken",
                    to,
                    "table '" + table + "' has a column '" + to + "' already",
                    "Choose another name.");
        }
        if (before.known(table).isEmpty()) {
            return before;
        }
        return before.with(found.get().renamingColumn(column, to))
                .redirecting(
                        table,
                        key -> key.referring(
                                key.referred(),
                                key.referredColumns().stream()
                                        .map(each -> each.equals(column) ? to : each)
                                        .toList()));
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of("ALTER TABLE " + grammar.name(table) + " RENAME COLUMN " + grammar.quote(column) + " TO "
                + grammar.quote(to));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new RenameColumn(table, to, column));
    }

    @Override
    public String script() {
        return ScriptText.call("renameColumn")
                .argument(table.value())
                .argument(column)
                .schema(table)
                .text("to", Optional.of(to))
                .line();
    }
}
