package io.limbeck.operation;

import io.limbeck.schema.Check;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.List;
import java.util.Optional;

/**
 * Checks the existing rows against a constraint that was added with {@code notValid: true}. Shape:
 * {@code validateConstraint 'account', 'fk_account_owner_id_person'}
 */
public record ValidateConstraint(Name table, String constraint) implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "validateConstraint",
            arguments -> new ValidateConstraint(
                    arguments.name("the table's name"), arguments.word("the constraint's name")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        if (found.isPresent() && found.get().constraint(constraint).isEmpty() && !before.mayExist(constraint)) {
            throw Constraints.unknown(table, constraint, found.get());
        }
        return before.known(table)
                .map(known -> before.with(known.changingConstraint(constraint, ValidateConstraint::valid)))
                .orElse(before);
    }

    private static Constraint valid(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.valid(true);
        }
        return constraint instanceof Check check ? check.valid(true) : constraint;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.NOT_VALID);
        return List.of("ALTER TABLE " + grammar.name(table) + " VALIDATE CONSTRAINT " + grammar.quote(constraint));
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Constraint> known = before.known(table).flatMap(each -> each.constraint(constraint));
        boolean wasValid = known.map(each -> valid(each).equals(each)).orElse(true);
        return wasValid
                ? Reversal.nothing()
                : Reversal.by(
                        new DropConstraint(table, constraint, false, false), new AddConstraint(table, known.get()));
    }

    @Override
    public String script() {
        return ScriptText.call("validateConstraint")
                .argument(table.value())
                .argument(constraint)
                .schema(table)
                .line();
    }
}
