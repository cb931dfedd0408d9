package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a constraint by its name. Shape: {@code dropConstraint 'account', 'uq_account_email'} */
public record DropConstraint(Name table, String constraint, boolean ifExists, boolean cascade)
        implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "dropConstraint",
            arguments -> new DropConstraint(
                    arguments.name("the table's name"),
                    arguments.word("the constraint's name"),
                    arguments.flag("ifExists"),
                    arguments.flag("cascade")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        Optional<Constraint> known = found.flatMap(each -> each.constraint(constraint));
        if (known.isPresent()) {
            return before.known(table).isEmpty() ? before : without(known.get(), before);
        }
        if (found.isPresent() && !ifExists && !before.mayExist(constraint)) {
            throw Constraints.unknown(table, constraint, found.get());
        }
        return before;
    }

    private Schema without(Constraint known, Schema before) {
        Schema after = before;
        for (Schema.Reference reference : before.resting(table, known)) {
            if (!cascade) {
                throw new Refusal(
                        "still-referenced",
                        constraint,
                        "'" + constraint + "' of table '" + table + "' is still referenced by '" + reference.table()
                                + "' (foreign key '" + reference.key().name() + "')",
                        "Drop that constraint first, or say 'cascade: true'.");
            }
            Table referring = after.known(reference.table()).orElseThrow();
            after = after.with(referring.changingConstraint(reference.key().name(), each -> null));
        }
        return after.with(after.known(table).orElseThrow().changingConstraint(constraint, each -> null));
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        if (cascade) {
            grammar.require(Feature.CASCADE);
        }
        return List.of("ALTER TABLE " + grammar.name(table) + " DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "")
                + grammar.quote(constraint) + (cascade ? " CASCADE" : ""));
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Constraint> known = before.find(table).flatMap(each -> each.constraint(constraint));
        if (known.isPresent()) {
            List<Operation> undo = new ArrayList<>();
            undo.add(new AddConstraint(table, known.get()));
            before.resting(table, known.get())
                    .forEach(reference -> undo.add(new AddConstraint(reference.table(), reference.key())));
            return Reversal.by(undo);
        }
        return ifExists && !before.mayExist(constraint)
                ? Reversal.nothing()
                : Reversal.impossible("what constraint '" + constraint + "' of table '" + table
                        + "' said is not known from the history");
    }

    @Override
    public String script() {
        return ScriptText.call("dropConstraint")
                .argument(table.value())
                .argument(constraint)
                .schema(table)
                .flag("ifExists", ifExists)
                .flag("cascade", cascade)
                .line();
    }
}
