package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.List;
import java.util.Optional;

/** Renames an index. Shape: {@code renameIndex 'account', 'ix_mail', to: 'ix_email'} */
public record RenameIndex(Name table, String index, String to) implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "renameIndex",
            arguments -> new RenameIndex(
                    arguments.name("the table's name"),
                    arguments.word("the index's name"),
                    arguments.requiredText("to")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        if (found.isPresent() && found.get().index(index).isEmpty() && !before.mayExist(index)) {
            throw DropIndex.unknown(table, index, found.get());
        }
        if (found.flatMap(known -> known.index(to)).isPresent()) {
            throw new Refusal(
                    "name-taken",
                    to,
                    "table '" + table + "' has an index '" + to + "' already",
                    "Choose another name.");
        }
        return before.known(table)
                .map(known -> before.with(known.indexes(known.indexes().stream()
                        .map(each -> each.name().equals(index) ? each.named(to) : each)
                        .toList())))
                .orElse(before);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.RENAME_INDEX);
        return List.of("ALTER INDEX " + grammar.name(table.sibling(index)) + " RENAME TO " + grammar.quote(to));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new RenameIndex(table, to, index));
    }

    @Override
    public String script() {
        return ScriptText.call("renameIndex")
                .argument(table.value())
                .argument(index)
                .schema(table)
                .text("to", Optional.of(to))
                .line();
    }
}
