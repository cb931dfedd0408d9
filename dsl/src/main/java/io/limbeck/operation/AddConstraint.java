package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Adds a constraint of any kind. Shape: {@code addUnique 'account', ['email'], name: 'uq_account_email'}
 *
 * <p>A check without a name gets the next running number of its table when the state is known.
 */
public record AddConstraint(Name table, Constraint constraint) implements Operation, TableChange {

    /** One of the verbs, which differ by what they read. */
    static Verb verb(String name) {
        return switch (name) {
            case "addPrimaryKey" -> verb(name, Constraints::primaryKey);
            case "addUnique" -> verb(name, Constraints::unique);
            case "addForeignKey" -> verb(name, Constraints::foreignKey);
            case "addCheck" -> verb(name, Constraints::check);
            case "addExclude" -> verb(name, Constraints::exclusion);
            default -> throw new IllegalArgumentException(name);
        };
    }

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
        requireNew(known);
        Table changed = known.plus(constraint);
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                if (changed.column(column).filter(Column::nullable).isPresent()) {
                    changed = changed.changing(column, each -> each.nullable(false));
                }
            }
        }
        return before.with(changed);
    }

    /** A second key over the same columns says nothing new; databases refuse it, or drop one of the two. */
    private void requireNew(Table known) {
        if (!isKey(constraint)) {
            return;
        }
        Set<String> columns = Set.copyOf(constraint.columns());
        for (Constraint other : known.constraints()) {
            if (isKey(other) && Set.copyOf(other.columns()).equals(columns)) {
                throw new Refusal(
                        "redundant-key",
                        constraint.name(),
                        "'" + other.name() + "' of table '" + table + "' makes the same columns unique already",
                        "Leave '" + constraint.name() + "' out.");
            }
        }
    }

    private static boolean isKey(Constraint constraint) {
        return constraint instanceof PrimaryKey || constraint instanceof Unique;
    }

    /** Whether existing rows fulfil it. */
    static boolean isValid(Constraint constraint) {
        return constraint instanceof ForeignKey key
                ? key.valid()
                : !(constraint instanceof Check check) || check.valid();
    }

    /**
     * Refuses foreign keys that point at columns without a key, and keys over columns that cannot be compared.
     *
     * @param own the table that the constraints stand on, with the keys that they may point at
     */
    public static void requireKeys(Renderer grammar, List<Constraint> constraints, Table own, Schema before) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof ForeignKey key) {
                requireReferred(grammar, key, own, before);
            } else if (isKey(constraint)) {
                for (String column : constraint.columns()) {
                    Optional<Column> part = own.column(column);
                    if (part.isPresent()) {
                        grammar.requireComparable(part.get());
                    }
                }
            }
        }
    }

    private static void requireReferred(Renderer grammar, ForeignKey key, Table own, Schema before) {
        Optional<Table> referred = key.referred().equals(own.name()) ? Optional.of(own) : before.known(key.referred());
        Set<String> columns = Set.copyOf(key.referredColumns());
        boolean found = referred.isEmpty()
                || referred.get().constraints().stream()
                        .anyMatch(each ->
                                isKey(each) && Set.copyOf(each.columns()).equals(columns))
                || grammar.supports(Feature.REFERENCE_TO_UNIQUE_INDEX)
                        && referred.get().indexes().stream()
                                .anyMatch(index -> index.unique()
                                        && index.where().isEmpty()
                                        && Set.copyOf(index.columns()).equals(columns));
        if (!found) {
            throw new Refusal(
                    "no-key",
                    "references",
                    "the columns " + String.join(", ", key.referredColumns()) + " of table '" + key.referred()
                            + "' are no key, so no foreign key can point at them",
                    "Use addUnique on them first.");
        }
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        Optional<Table> known = before.known(table);
        known.ifPresent(own -> requireKeys(grammar, List.of(constraint), own, before));
        List<String> statements = new ArrayList<>();
        if (constraint instanceof PrimaryKey key && !grammar.supports(Feature.KEY_OF_NULLABLE_COLUMNS)) {
            nullable(key, before)
                    .forEach(column ->
                            statements.addAll(grammar.render(AlterColumn.nullable(table, column, false), before)));
        }
        statements.add("ALTER TABLE " + grammar.name(table) + " ADD " + grammar.constraintDefinition(constraint));
        return statements;
    }

    /** The columns of a key that were nullable before it. */
    private List<String> nullable(PrimaryKey key, Schema before) {
        return key.columns().stream()
                .filter(column -> before.known(table)
                        .flatMap(known -> known.column(column))
                        .filter(Column::nullable)
                        .isPresent())
                .toList();
    }

    @Override
    public Reversal reverse(Schema before) {
        List<Operation> undo = new ArrayList<>();
        undo.add(new DropConstraint(table, constraint.name(), false, false));
        if (constraint instanceof PrimaryKey key) {
            nullable(key, before).forEach(column -> undo.add(AlterColumn.nullable(table, column, true)));
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
