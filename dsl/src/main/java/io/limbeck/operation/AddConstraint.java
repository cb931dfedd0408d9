package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Adds a constraint of any kind. Shape: {@code addUnique 'account', ['email'], name: 'uq_account_email'}
 *
 * <p>A check without a name gets the next running number of its table when the state is known.
 */
public record AddConstraint(Name table, Constraint constraint) implements Operation {

    static final List<Verb> VERBS = List.of(
            verb("addPrimaryKey", Constraints::primaryKey),
            verb("addUnique", Constraints::unique),
            verb("addForeignKey", Constraints::foreignKey),
            verb("addCheck", Constraints::check),
            verb("addExclude", Constraints::exclusion));

    private static Verb verb(String name, BiFunction<Arguments, Name, Constraint> reading) {
        return new Verb(name, arguments -> {
            Name table = arguments.name("the table's name");
            return new AddConstraint(table, reading.apply(arguments, table));
        });
    }

    @Override
    public AddConstraint resolved(Schema before) {
        if (constraint instanceof Check check) {
            return new AddConstraint(
                    table,
                    Constraints.numbered(
                            check,
                            name -> before.known(table)
                                    .flatMap(known -> known.constraint(name))
                                    .isPresent()));
        }
        if (constraint instanceof ForeignKey key) {
            Table known = before.known(table).orElseGet(() -> Table.of(table, List.of()));
            return new AddConstraint(table, pointed(key, known, before));
        }
        return this;
    }

    /** The key with its referred columns filled in: the referred table's primary key where only the table is named. */
    static ForeignKey pointed(ForeignKey key, Table own, Schema before) {
        if (!key.referredColumns().isEmpty()) {
            if (key.referredColumns().size() != key.columns().size()) {
                throw new Refusal(
                        "wrong-value",
                        "references",
                        "foreign key '" + key.name() + "' has " + key.columns().size() + " columns and refers to "
                                + key.referredColumns().size(),
                        "Name as many columns on both sides.");
            }
            return key;
        }
        Optional<Table> referred = key.referred().equals(own.name()) ? Optional.of(own) : before.find(key.referred());
        List<String> columns = referred.flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElseThrow(() -> new Refusal(
                        "no-primary-key",
                        "references",
                        "the primary key of table '" + key.referred() + "' is not known",
                        "Name the columns: references: '" + key.referred().value() + "(column)'."));
        return pointed(key.referring(key.referred(), columns), own, before);
    }

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        if (!(constraint instanceof Exclusion)) {
            before.requireColumns(table, constraint.columns());
        }
        if (constraint instanceof ForeignKey key) {
            before.find(key.referred());
            before.requireColumns(key.referred(), key.referredColumns());
        }
        if (found.isEmpty() || before.known(table).isEmpty()) {
            return before;
        }
        Table known = found.get();
        if (constraint instanceof PrimaryKey && known.primaryKey().isPresent()) {
            throw new Refusal(
                    "second-primary-key",
                    table.value(),
                    "table '" + table + "' has a primary key already, '"
                            + known.primaryKey().get().name() + "'",
                    "Use dropPrimaryKey first.");
        }
        if (known.constraint(constraint.name()).isPresent()
                || known.index(constraint.name()).isPresent()) {
            throw new Refusal(
                    "name-taken",
                    constraint.name(),
                    "table '" + table + "' has a constraint or index '" + constraint.name() + "' already",
                    "Give it another 'name:'.");
        }
        Table changed = known.plus(constraint);
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                changed = changed.changing(column, each -> each.nullable(false));
            }
        }
        return before.with(changed);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of("ALTER TABLE " + grammar.name(table) + " ADD " + grammar.constraintDefinition(constraint));
    }

    @Override
    public Reversal reverse(Schema before) {
        List<Operation> undo = new java.util.ArrayList<>();
        undo.add(new DropConstraint(table, constraint.name(), false, false));
        if (constraint instanceof PrimaryKey key) {
            before.known(table)
                    .ifPresent(known -> key.columns().stream()
                            .filter(column -> known.column(column)
                                    .filter(each -> each.nullable())
                                    .isPresent())
                            .forEach(column -> undo.add(AlterColumn.nullable(table, column, true))));
        }
        return Reversal.by(undo);
    }

    @Override
    public String script() {
        return Constraints.write(
                        ScriptText.call(Constraints.verb(constraint, false)).argument(table.value()), constraint, false)
                .schema(table)
                .line();
    }
}
