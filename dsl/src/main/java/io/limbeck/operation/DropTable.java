package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a table. Shape: {@code dropTable 'account', cascade: true} */
public record DropTable(Name table, boolean ifExists, boolean cascade) implements Operation {

    static final Verb VERB = new Verb(
            "dropTable",
            arguments -> new DropTable(
                    arguments.name("the table's name"), arguments.flag("ifExists"), arguments.flag("cascade")));

    @Override
    public Schema apply(Schema before) {
        if (ifExists && before.known(table).isEmpty()) {
            return before;
        }
        before.find(table);
        Schema after = before.without(table);
        for (Schema.Reference reference : before.references(table).toList()) {
            if (!cascade) {
                throw new Refusal(
                        "still-referenced",
                        table.value(),
                        "table '" + table + "' is still referenced by '" + reference.table() + "' (foreign key '"
                                + reference.key().name() + "')",
                        "Drop that constraint first, or say 'cascade: true'.");
            }
            Table referring = after.known(reference.table()).orElseThrow();
            after = after.with(referring.changingConstraint(reference.key().name(), key -> null));
        }
        return after;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        if (cascade) {
            grammar.require(Feature.CASCADE);
        }
        return List.of(
                "DROP TABLE " + (ifExists ? "IF EXISTS " : "") + grammar.name(table) + (cascade ? " CASCADE" : ""));
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Table> known = before.known(table);
        if (known.isEmpty()) {
            return ifExists && !before.mayExist(table.value())
                    ? Reversal.nothing()
                    : Reversal.impossible("what table '" + table + "' looked like is not known from the history");
        }
        List<Operation> undo = new ArrayList<>();
        undo.add(new CreateTable(known.get(), false));
        for (Schema.Reference reference : before.references(table).toList()) {
            Constraint key = reference.key();
            undo.add(new AddConstraint(reference.table(), (ForeignKey) key));
        }
        return Reversal.by(undo);
    }

    @Override
    public String script() {
        return ScriptText.call("dropTable")
                .argument(table.value())
                .schema(table)
                .flag("ifExists", ifExists)
                .flag("cascade", cascade)
                .line();
    }
}
