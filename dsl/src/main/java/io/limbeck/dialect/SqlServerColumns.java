package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.sql.Feature;
import io.limbeck.type.Expression;
import io.limbeck.type.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL Server's columns: whether one takes null is always said, and its default is a constraint, whose name follows from
 * the table's and the column's so that the history knows it.
 */
final class SqlServerColumns {

    private final SqlServer server;

    SqlServerColumns(SqlServer server) {
        this.server = server;
    }

    // ---- definitions

    /**
     * Shape: {@code age INT NOT NULL CONSTRAINT df_account_age DEFAULT 18}
     *
     * @param behindDefault words for a column that has a default
     */
    String definition(Name table, Column column, String behindDefault) {
        if (column.computed().isPresent()) {
            return computed(column, column.computed().get());
        }
        return server.quote(column.name()) + " " + type(column)
                + nullability(column)
                + column.defaultValue()
                        .map(value -> " " + namedDefault(table, column, value) + behindDefault)
                        .orElse("")
                + column.identity().map(this::identity).orElse("")
                + server.guardCheck(table, column)
                        .map(check -> " " + server.constraintDefinition(check))
                        .orElse("");
    }

    /** The type with its collation, whose name cannot be quoted. */
    String type(Column column) {
        return server.type(column.type())
                + column.collation()
                        .map(name -> {
                            if (!name.matches("\\w+")) {
                                throw new Refusal(
                                        "wrong-value",
                                        "collate",
                                        "'" + name + "' is no collation of sqlserver",
                                        "Its names are like Latin1_General_100_CI_AS_SC_UTF8.");
                            }
                            return " COLLATE " + name;
                        })
                        .orElse("");
    }

    static String nullability(Column column) {
        return column.nullable() ? " NULL" : " NOT NULL";
    }

    /** A computed column has its expression's type, so that is cast to what the script says. */
    private String computed(Column column, Computed computed) {
        boolean stored = computed.stored().orElse(false);
        if (!column.nullable() && !stored) {
            throw new Refusal(
                    "unsupported",
                    column.name(),
                    "sqlserver keeps null out of a computed column only where it is stored",
                    "Add 'stored: true', or leave 'nullable: false' out.");
        }
        return server.quote(column.name()) + " AS (CAST(" + computed.expression() + " AS " + type(column) + "))"
                + (stored ? " PERSISTED" : "") + (column.nullable() ? "" : " NOT NULL");
    }

    private String identity(Identity identity) {
        requireIdentity(identity);
        return " IDENTITY(" + start(identity) + ", " + increment(identity) + ")";
    }

    /** Lets an identity pass that the server can make; how many values it prepares is its own affair. */
    void requireIdentity(Identity identity) {
        if (identity.min().isPresent() || identity.max().isPresent()) {
            server.require(Feature.IDENTITY_RANGE);
        }
        if (identity.cycle().orElse(false)) {
            throw new Refusal(
                    "unsupported",
                    "cycle",
                    "sqlserver has no identity that begins anew",
                    "Use a sequence: createSequence, and default: sql('NEXT VALUE FOR …').");
        }
    }

    static long start(Identity identity) {
        return identity.start().orElse(increment(identity) < 0 ? -1L : 1L);
    }

    static long increment(Identity identity) {
        return identity.increment().orElse(1L);
    }

    /** Shape: {@code CONSTRAINT df_account_age DEFAULT 18} */
    private String namedDefault(Name table, Column column, Value value) {
        String words = server.literal(value, column.type());
        return "CONSTRAINT " + server.quote(defaultName(table, column.name())) + " DEFAULT "
                + (value instanceof Expression ? "(" + words + ")" : words);
    }

    String defaultName(Name table, String column) {
        return Naming.of(Map.of("check", "df_{table}_{columns}"), server.maxIdentifier())
                .columnCheck(table, column);
    }

    /** The check that guards a column's type, where it can have one. */
    Optional<Check> guard(Name table, Column column) {
        return column.computed().isPresent() ? Optional.empty() : server.guardCheck(table, column);
    }

    // ---- defaults

    void addDefault(Steps steps, Name table, Column column) {
        column.defaultValue()
                .ifPresent(value -> steps.then("ALTER TABLE " + server.name(table) + " ADD "
                        + namedDefault(table, column, value) + " FOR " + server.quote(column.name())));
    }

    /** By its name where the history made it; looked up where raw SQL may have. */
    void dropDefault(Steps steps, Schema before, Name table, String column, boolean ifExists) {
        Optional<Column> known = before.known(table).flatMap(found -> found.column(column));
        if (known.isEmpty() || before.mayExist(column)) {
            steps.then(TransactSql.dropDefault(server.name(table), column));
        } else if (known.get().defaultValue().isPresent()) {
            steps.then(dropped(table, defaultName(table, column), ifExists));
        }
    }

    // ---- operations

    /** A default fills existing rows of a column that takes null only {@code WITH VALUES}. */
    List<String> add(AddColumn operation, Schema before) {
        Name table = operation.table();
        Column column = operation.column();
        boolean guarded = operation.ifNotExists();
        String add = "ALTER TABLE " + server.name(table) + " ADD "
                + definition(table, column, column.nullable() ? " WITH VALUES" : "");
        Steps steps = new Steps(server, before)
                .then(
                        guarded
                                ? TransactSql.when(
                                        "COL_LENGTH(" + TransactSql.unicode(server.name(table)) + ", "
                                                + TransactSql.unicode(column.name()) + ") IS NULL",
                                        add)
                                : add);
        steps.meaning(operation.alone(column)::apply);
        for (Constraint constraint : operation.constraints()) {
            steps.then(
                    SqlServerConstraints.guarded(server, guarded, table, new AddConstraint(table, constraint), steps));
        }
        for (Index index : operation.indexes()) {
            steps.then(new CreateIndex(table, index, false, guarded));
        }
        column.comment()
                .ifPresent(text -> steps.then(
                        guarded
                                ? TransactSql.ensureDescribed(table, Optional.of(column.name()), Optional.of(text))
                                : TransactSql.describe(table, Optional.of(column.name()), text)));
        return steps.statements();
    }

    /** Everything that speaks of the column goes first, since the server drops nothing of it by itself. */
    List<String> drop(DropColumn operation, Schema before) {
        Name table = operation.table();
        Steps steps = new Steps(server, before);
        before.known(table).ifPresent(known -> {
            free(steps, known, operation.column(), operation.ifExists());
            known.column(operation.column())
                    .flatMap(column -> guard(table, column))
                    .ifPresent(check -> steps.then(dropped(table, check.name(), operation.ifExists())));
        });
        dropDefault(steps, before, table, operation.column(), operation.ifExists());
        return steps.then("ALTER TABLE " + server.name(table) + " DROP COLUMN "
                        + (operation.ifExists() ? "IF EXISTS " : "") + server.quote(operation.column()))
                .statements();
    }

    /** Drops the indexes and constraints of a table that speak of a column. */
    void free(Steps steps, Table table, String column, boolean ifExists) {
        indexes(table, column).forEach(index -> steps.then(new DropIndex(table.name(), index.name(), false, ifExists)));
        constraints(table, column)
                .forEach(rule -> steps.then(new DropConstraint(table.name(), rule.name(), ifExists, false)));
    }

    static List<Index> indexes(Table table, String column) {
        return table.indexes().stream().filter(index -> index.names(column)).toList();
    }

    /** The constraints that speak of a column, foreign keys first. */
    static List<Constraint> constraints(Table table, String column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.names(column))
                .sorted(Comparator.comparing(constraint -> !(constraint instanceof ForeignKey)))
                .toList();
    }

    void dropCheck(Steps steps, Name table, Check check) {
        steps.then(dropped(table, check.name(), false));
    }

    private String dropped(Name table, String constraint, boolean ifExists) {
        return "ALTER TABLE " + server.name(table) + " DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "")
                + server.quote(constraint);
    }

    void addCheck(Steps steps, Name table, Check check) {
        steps.then("ALTER TABLE " + server.name(table) + " ADD " + server.constraintDefinition(check));
    }

    /**
     * What the server has bound to the column's name (checks, conditions of indexes) is put aside meanwhile; the names
     * that follow from the column's change with it.
     */
    List<String> rename(RenameColumn operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseComputed(server, before, table, operation.column(), "rename it");
        Optional<Table> was = before.known(table);
        Optional<Table> is = operation.apply(before).known(table);
        Optional<Column> column = was.flatMap(known -> known.column(operation.column()));
        List<String> bound = was.stream()
                .flatMap(known -> known.constraints().stream()
                        .filter(rule -> rule.names(operation.column()) && isBound(known, rule))
                        .map(Constraint::name))
                .toList();
        List<String> filtered = was.stream()
                .flatMap(known -> indexes(known, operation.column()).stream()
                        .filter(index ->
                                SqlServerIndexes.condition(server, known, index).isPresent())
                        .map(Index::name))
                .toList();
        Steps steps = new Steps(server, before);
        filtered.forEach(index -> steps.then(new DropIndex(table, index, false, false)));
        bound.forEach(rule -> steps.then(new DropConstraint(table, rule, false, false)));
        column.flatMap(known -> guard(table, known)).ifPresent(check -> dropCheck(steps, table, check));
        steps.then(TransactSql.rename(
                server.name(table) + "." + server.quote(operation.column()), operation.to(), "COLUMN"));
        column.filter(known -> known.defaultValue().isPresent())
                .ifPresent(known ->
                        steps.then(renamedDefault(table, operation.column(), defaultName(table, operation.to()))));
        steps.meaning(operation::apply);
        is.flatMap(known -> known.column(operation.to()))
                .flatMap(known -> guard(table, known))
                .ifPresent(check -> addCheck(steps, table, check));
        bound.forEach(rule -> steps.then(
                new AddConstraint(table, is.orElseThrow().constraint(rule).orElseThrow())));
        filtered.forEach(index ->
                steps.then(new CreateIndex(table, is.orElseThrow().index(index).orElseThrow(), false, false)));
        return steps.statements();
    }

    String renamedDefault(Name table, String column, String to) {
        return TransactSql.rename(server.name(table.sibling(defaultName(table, column))), to, "OBJECT");
    }

    private static boolean isBound(Table table, Constraint rule) {
        return rule instanceof Check || rule instanceof Unique unique && SqlServerIndexes.isFiltered(table, unique);
    }
}
