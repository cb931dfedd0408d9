package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import java.util.List;
import java.util.Optional;

/** Drops an index. Shape: {@code dropIndex 'account', 'ix_account_email'} */
public record DropIndex(Name table, String index, boolean concurrently, boolean ifExists)
        implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "dropIndex",
            arguments -> new DropIndex(
                    arguments.name("the table's name"),
                    arguments.word("the index's name"),
                    arguments.flag("concurrently"),
                    arguments.flag("ifExists")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        Optional<Index> known = found.flatMap(each -> each.index(index));
        if (known.isPresent() && before.known(table).isPresent()) {
            return before.with(found.get()
                    .indexes(found.get().indexes().stream()
                            .filter(each -> !each.name().equals(index))
                            .toList()));
        }
        if (known.isEmpty() && found.isPresent() && !ifExists && !before.mayExist(index)) {
            throw unknown(table, index, found.get());
        }
        return before;
    }

    static Refusal unknown(Name table, String index, Table known) {
        return new Refusal(
                "unknown-index",
                index,
                "table '" + table + "' has no index '" + index + "' at this point",
                Suggestion.remedy(
                        index,
                        "indexes",
                        known.indexes().stream().map(Index::name).toList()));
    }

    @Override
    public boolean outsideTransaction(Grammar grammar) {
        return concurrently && grammar.supports(Feature.CONCURRENT_INDEX);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        return List.of("DROP INDEX " + (outsideTransaction(grammar) ? "CONCURRENTLY " : "")
                + (ifExists ? "IF EXISTS " : "") + grammar.name(table.sibling(index)));
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Index> known = before.find(table).flatMap(each -> each.index(index));
        if (known.isPresent()) {
            return Reversal.by(new CreateIndex(table, known.get(), concurrently, false));
        }
        return ifExists && !before.mayExist(index)
                ? Reversal.nothing()
                : Reversal.impossible("what index '" + index + "' looked like is not known from the history");
    }

    @Override
    public String script() {
        return ScriptText.call("dropIndex")
                .argument(table.value())
                .argument(index)
                .schema(table)
                .flag("concurrently", concurrently)
                .flag("ifExists", ifExists)
                .line();
    }
}
