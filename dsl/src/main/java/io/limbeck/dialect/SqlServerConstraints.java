package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.ValidateConstraint;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SQL Server's constraints; unique ones over columns that take null are indexes that leave nulls out. */
final class SqlServerConstraints {

    private final SqlServer server;

    SqlServerConstraints(SqlServer server) {
        this.server = server;
    }

    List<String> add(AddConstraint operation, Schema before) {
        Name table = operation.table();
        Optional<Table> known = before.known(table);
        Constraint constraint = operation.constraint();
        Steps steps = new Steps(server, before);
        if (constraint instanceof PrimaryKey key) {
            key.columns().stream()
                    .filter(column -> known.flatMap(own -> own.column(column))
                            .filter(Column::nullable)
                            .isPresent())
                    .forEach(column -> steps.then(AlterColumn.nullable(table, column, false)));
        } else if (constraint instanceof ForeignKey key) {
            Table own = known.orElseGet(() -> Table.of(table, List.of()));
            refuse(key, own, before);
            refuseTwoWays(own.plus(key), before);
        }
        List<String> standard = operation.standardSql(server, before);
        if (constraint instanceof Unique unique
                && known.filter(own -> SqlServerIndexes.isFiltered(own, unique)).isPresent()) {
            return List.of(SqlServerIndexes.filtered(server, table, unique));
        }
        if (!isValid(constraint)) {
            return List.of("ALTER TABLE " + server.name(table) + " WITH NOCHECK ADD "
                    + server.constraintDefinition(constraint));
        }
        return steps.then(standard.get(standard.size() - 1)).statements();
    }

    /** Whether existing rows fulfil it. */
    static boolean isValid(Constraint constraint) {
        return constraint instanceof ForeignKey key
                ? key.valid()
                : !(constraint instanceof Check check) || check.valid();
    }

    /** The statements for a constraint, each for the case only that it is not there where that is asked. */
    static List<String> guarded(SqlServer server, boolean guarded, Name table, AddConstraint add, Steps steps) {
        List<String> statements = new ArrayList<>();
        new Steps(server, steps.state()).then(add).statements().forEach(statement -> {
            String name = add.constraint().name();
            boolean index = statement.startsWith("CREATE ");
            statements.add(
                    guarded
                            ? TransactSql.when(
                                    index
                                            ? SqlServerIndexes.absent(server, table, name)
                                            : "OBJECT_ID(" + TransactSql.unicode(server.name(table.sibling(name)))
                                                    + ") IS NULL",
                                    statement)
                            : statement);
        });
        steps.meaning(add::apply);
        return statements;
    }

    /** What is known not to work of a foreign key. */
    void refuse(ForeignKey key, Table own, Schema before) {
        boolean acts = isActing(key.onDelete()) || isActing(key.onUpdate());
        if (acts && key.referred().equals(own.name())) {
            throw new Refusal(
                    "unsupported",
                    isActing(key.onDelete()) ? "onDelete" : "onUpdate",
                    "sqlserver changes no rows along a foreign key from a table to itself",
                    "Leave the action out, and delete or update what refers first.");
        }
        Optional<Table> referred = key.referred().equals(own.name()) ? Optional.of(own) : before.known(key.referred());
        referred.ifPresent(table -> table.constraints(Unique.class).stream()
                .filter(unique -> List.copyOf(unique.columns()).equals(key.referredColumns())
                        && SqlServerIndexes.isFiltered(table, unique))
                .findFirst()
                .ifPresent(unique -> {
                    throw new Refusal(
                            "no-key",
                            "references",
                            "'" + unique.name() + "' of table '" + table.name()
                                    + "' leaves nulls out, and sqlserver lets no foreign key point at such",
                            "Make its columns 'nullable: false', or say 'nullsNotDistinct: true' of it.");
                }));
    }

    private static boolean isActing(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }

    /**
     * Refuses foreign keys along which one change would reach a table on two ways (error 1785; Transact-SQL reference,
     * "Primary and foreign key constraints", multiple cascading actions).
     *
     * @param own a table with keys that the state does not have yet
     */
    static void refuseTwoWays(Table own, Schema before) {
        if (own.constraints(ForeignKey.class).stream()
                .noneMatch(key -> isActing(key.onDelete()) || isActing(key.onUpdate()))) {
            return;
        }
        Schema after = before.with(own);
        for (Function<ForeignKey, ReferentialAction> event :
                List.<Function<ForeignKey, ReferentialAction>>of(ForeignKey::onDelete, ForeignKey::onUpdate)) {
            Map<Name, List<Schema.Reference>> ways = after.tables().stream()
                    .flatMap(table -> table.constraints(ForeignKey.class).stream()
                            .filter(key -> isActing(event.apply(key)))
                            .map(key -> new Schema.Reference(table.name(), key)))
                    .collect(Collectors.groupingBy(reference -> reference.key().referred()));
            ways.keySet().forEach(start -> follow(start, ways, event, new HashSet<>(Set.of(start)), own.name()));
        }
    }

    private static void follow(
            Name from,
            Map<Name, List<Schema.Reference>> ways,
            Function<ForeignKey, ReferentialAction> event,
            Set<Name> reached,
            Name own) {
        for (Schema.Reference way : ways.getOrDefault(from, List.of())) {
            if (!reached.add(way.table())) {
                throw new Refusal(
                        "unsupported",
                        own.value(),
                        "sqlserver lets no change reach table '" + way.table()
                                + "' on two ways, and with these foreign keys one would",
                        "Leave the action of one of them out, such as of '"
                                + way.key().name() + "'.");
            }
            if (event.apply(way.key()) == ReferentialAction.CASCADE) {
                follow(way.table(), ways, event, reached, own);
            }
        }
    }

    /** There is no CASCADE: the foreign keys that rest on the constraint go first. */
    List<String> drop(DropConstraint operation, Schema before) {
        Name table = operation.table();
        Optional<Table> own = before.known(table);
        Optional<Constraint> known = own.flatMap(found -> found.constraint(operation.constraint()));
        List<String> statements = new ArrayList<>();
        if (operation.cascade() && known.isPresent()) {
            before.resting(table, known.get())
                    .forEach(reference -> statements.add(
                            dropped(reference.table(), reference.key().name(), false)));
        }
        boolean index = known.filter(
                        rule -> rule instanceof Unique unique && SqlServerIndexes.isFiltered(own.orElseThrow(), unique))
                .isPresent();
        statements.add(
                index
                        ? SqlServerIndexes.dropped(server, table, operation.constraint(), operation.ifExists())
                        : dropped(table, operation.constraint(), operation.ifExists()));
        return statements;
    }

    String dropped(Name table, String constraint, boolean ifExists) {
        return "ALTER TABLE " + server.name(table) + " DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "")
                + server.quote(constraint);
    }

    /** The second CHECK belongs to CHECK CONSTRAINT (Transact-SQL reference, "ALTER TABLE"). */
    List<String> validate(ValidateConstraint operation, Schema before) {
        return List.of("ALTER TABLE " + server.name(operation.table()) + " WITH CHECK CHECK CONSTRAINT "
                + server.quote(operation.constraint()));
    }
}
