package io.limbeck.it.history;

import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.Change;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropEnum;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropPrimaryKey;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Insert;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.schema.View;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Proposes operations that a state allows and that rows do not hinder: every name is new, and what existing rows might
 * break is proposed for empty tables alone.
 */
public final class RandomOperations {

    private static final int TABLES = 8;

    private final Random random;
    private final RandomColumns columns;
    private final Set<Name> filled = new HashSet<>();
    private final List<Function<Schema, Operation>> kinds;
    private int number;

    public RandomOperations(Random random) {
        this.random = random;
        this.columns = new RandomColumns(random, this::fresh);
        this.kinds = List.of(
                this::createTable,
                state -> with(state, table -> dropTable(state, table)),
                state -> with(state, table -> renameTable(state, table)),
                state -> with(state, table -> new CommentTable(table.name(), comment())),
                state -> with(state, this::addColumn),
                state -> with(state, this::addColumn),
                state -> with(state, this::addColumn),
                state -> with(state, table -> dropColumn(state, table)),
                state -> with(state, table -> renameColumn(state, table)),
                state -> with(state, table -> alterColumn(state, table)),
                state -> with(state, table -> alterColumn(state, table)),
                state -> with(state, table -> alterColumn(state, table)),
                state -> with(state, this::addUnique),
                state -> with(state, this::addPrimaryKey),
                state -> with(state, this::addCheck),
                state -> with(state, table -> addForeignKey(state, table)),
                state -> with(state, table -> dropConstraint(state, table)),
                state -> with(state, this::createIndex),
                state -> with(state, this::createIndex),
                state -> with(state, this::dropIndex),
                state -> with(state, this::renameIndex),
                state -> new CreateSequence(sequence(Name.of(fresh("q")), true)),
                state -> sequence(state, known -> new AlterSequence(sequence(known.name(), false))),
                state -> sequence(state, known -> new DropSequence(known.name(), false)),
                state -> with(state, this::createView),
                state -> any(state.views())
                        .map(view -> new DropView(view.name(), false))
                        .orElse(null),
                state -> new CreateEnum(new EnumType(Name.of(fresh("e")), List.of("a", "b c"))),
                state -> any(state.enums())
                        .map(type -> new DropEnum(type.name()))
                        .orElse(null),
                state -> with(state, this::insert),
                state -> with(state, this::insert));
    }

    /** An operation that may serve, or nothing. */
    public Optional<Operation> next(Schema state) {
        return Optional.ofNullable(any(kinds).orElseThrow().apply(state));
    }

    /** Remembers which tables hold rows, once an operation is part of the history. */
    public void took(Operation operation) {
        if (operation instanceof Insert insert) {
            filled.add(insert.table());
        } else if (operation instanceof DropTable drop) {
            filled.remove(drop.table());
        } else if (operation instanceof RenameTable rename && filled.remove(rename.table())) {
            filled.add(rename.table().sibling(rename.to()));
        }
    }

    // ---- tables

    private Operation createTable(Schema state) {
        if (state.tables().size() >= TABLES) {
            return null;
        }
        Name name = Name.of(fresh("t"));
        Table table = Table.of(name, columns.several(state));
        List<String> key = List.of(table.columnNames().get(0));
        return new CreateTable(random.nextInt(6) == 0 ? table : table.plus(new PrimaryKey(fresh("pk"), key)), false);
    }

    private Operation dropTable(Schema state, Table table) {
        return viewed(state, table) || state.references(table.name()).findAny().isPresent()
                ? null
                : new DropTable(table.name(), false, false);
    }

    private Operation renameTable(Schema state, Table table) {
        return viewed(state, table) ? null : new RenameTable(table.name(), fresh("t"));
    }

    // ---- columns

    private Operation addColumn(Table table) {
        Column column = columns.one(table);
        boolean fits = !filled.contains(table.name())
                || column.nullable()
                || column.defaultValue().isPresent();
        return fits && table.columns().size() < 12
                ? new AddColumn(table.name(), column, List.of(), List.of(), Optional.empty(), false, false)
                : null;
    }

    private Operation dropColumn(Schema state, Table table) {
        Column column = any(table.columns()).orElseThrow();
        boolean restorable = !filled.contains(table.name())
                || column.nullable()
                        && column.defaultValue().isEmpty()
                        && column.computed().isEmpty()
                        && table.constraints().stream().noneMatch(each -> each.names(column.name()))
                        && table.indexes().stream().noneMatch(each -> each.names(column.name()));
        return restorable && table.columns().size() > 2 && !viewed(state, table)
                ? new DropColumn(table.name(), column.name(), false)
                : null;
    }

    private Operation renameColumn(Schema state, Table table) {
        return viewed(state, table)
                ? null
                : new RenameColumn(
                        table.name(), any(table.columns()).orElseThrow().name(), fresh("c"));
    }

    private Operation alterColumn(Schema state, Table table) {
        Column column = any(table.columns()).orElseThrow();
        if (viewed(state, table) || column.computed().isPresent()) {
            return null;
        }
        boolean tied = table.constraints(ForeignKey.class).stream().anyMatch(key -> key.names(column.name()))
                || state.references(table.name())
                        .anyMatch(reference -> reference.key().referredColumns().contains(column.name()));
        Optional<Type> wider = tied ? Optional.empty() : columns.wider(column.type());
        return switch (random.nextInt(4)) {
            case 0 ->
                wider.map(type -> altered(table, column, Optional.of(type), Optional.empty(), Change.none()))
                        .orElse(null);
            case 1 ->
                filled.contains(table.name()) || column.identity().isPresent()
                        ? null
                        : altered(table, column, Optional.empty(), Optional.of(!column.nullable()), Change.none());
            case 2 ->
                column.identity().isPresent()
                        ? null
                        : altered(
                                table,
                                column,
                                Optional.empty(),
                                Optional.empty(),
                                Change.to(
                                        column.defaultValue().isPresent()
                                                ? Optional.empty()
                                                : columns.defaultOf(column.type())));
            default ->
                new AlterColumn(
                        table.name(),
                        column.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Change.none(),
                        Change.to(comment()),
                        Change.none(),
                        Change.none(),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static AlterColumn altered(
            Table table, Column column, Optional<Type> type, Optional<Boolean> nullable, Change<Value> value) {
        return new AlterColumn(
                table.name(),
                column.name(),
                type,
                Optional.empty(),
                nullable,
                value,
                Change.none(),
                Change.none(),
                Change.none(),
                Optional.empty(),
                Optional.empty());
    }

    // ---- constraints

    private Operation addUnique(Table table) {
        List<String> key = some(table);
        return filled.contains(table.name()) || !columns.telling(table, key) || served(table, key)
                ? null
                : new AddConstraint(
                        table.name(), new Unique(fresh("uq"), key, io.limbeck.schema.Deferral.NOT_DEFERRABLE, false));
    }

    private Operation addPrimaryKey(Table table) {
        List<String> key = some(table);
        boolean plain =
                key.stream().allMatch(name -> !table.column(name).orElseThrow().nullable());
        return filled.contains(table.name()) || !plain || !columns.telling(table, key) || served(table, key)
                ? null
                : new AddConstraint(table.name(), new PrimaryKey(fresh("pk"), key));
    }

    private Operation addCheck(Table table) {
        Column column = any(table.columns()).orElseThrow();
        return columns.condition(column)
                .map(condition ->
                        new AddConstraint(table.name(), new io.limbeck.schema.Check(fresh("ck"), condition, true)))
                .orElse(null);
    }

    private Operation addForeignKey(Schema state, Table table) {
        if (filled.contains(table.name())) {
            return null;
        }
        Table referred = any(state.tables()).orElseThrow();
        Optional<Constraint> key = any(referred.constraints().stream()
                .filter(each -> each instanceof PrimaryKey || each instanceof Unique)
                .filter(each -> each.columns().size() == 1)
                .toList());
        return key.flatMap(target -> {
                    Type type = referred.column(target.columns().get(0))
                            .orElseThrow()
                            .type();
                    return any(table.columns().stream()
                                    .filter(column -> column.nullable()
                                            && column.type().equals(type)
                                            && !(referred.name().equals(table.name())
                                                    && target.columns().contains(column.name()))
                                            && table.constraints(ForeignKey.class).stream()
                                                    .noneMatch(other -> other.names(column.name()))
                                            && column.computed().isEmpty())
                                    .toList())
                            .map(column -> new AddConstraint(
                                    table.name(),
                                    new ForeignKey(
                                            fresh("fk"),
                                            List.of(column.name()),
                                            referred.name(),
                                            target.columns(),
                                            io.limbeck.schema.ReferentialAction.NO_ACTION,
                                            io.limbeck.schema.ReferentialAction.NO_ACTION,
                                            Optional.empty(),
                                            io.limbeck.schema.Deferral.NOT_DEFERRABLE,
                                            true)));
                })
                .orElse(null);
    }

    private Operation dropConstraint(Schema state, Table table) {
        return any(table.constraints())
                .filter(constraint -> state.resting(table.name(), constraint).isEmpty())
                .<Operation>map(constraint -> constraint instanceof PrimaryKey && random.nextBoolean()
                        ? new DropPrimaryKey(table.name())
                        : new DropConstraint(table.name(), constraint.name(), false, false))
                .orElse(null);
    }

    // ---- indexes, sequences, views

    private Operation createIndex(Table table) {
        List<String> indexed = some(table);
        List<IndexPart> parts = indexed.stream()
                .map(column -> new IndexPart(column, false, random.nextInt(3) == 0, Optional.empty()))
                .toList();
        boolean unique = !filled.contains(table.name()) && columns.telling(table, indexed) && random.nextInt(4) == 0;
        return served(table, indexed)
                ? null
                : new CreateIndex(
                        table.name(),
                        new Index(fresh("ix"), parts, unique, Optional.empty(), List.of(), Optional.empty(), Map.of()),
                        random.nextInt(5) == 0,
                        false);
    }

    /** Whether a key or an index is over the same columns; which of the two serves then is the database's affair. */
    private static boolean served(Table table, List<String> indexed) {
        Set<String> wanted = Set.copyOf(indexed);
        return table.constraints().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(wanted))
                || table.indexes().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(wanted));
    }

    private Operation dropIndex(Table table) {
        return any(table.indexes())
                .map(index -> new DropIndex(table.name(), index.name(), false, false))
                .orElse(null);
    }

    private Operation renameIndex(Table table) {
        return any(table.indexes())
                .map(index -> new RenameIndex(table.name(), index.name(), fresh("ix")))
                .orElse(null);
    }

    private Sequence sequence(Name name, boolean whole) {
        return new Sequence(
                name,
                whole ? Optional.of(1L + random.nextInt(5)) : Optional.empty(),
                Optional.of(1L + random.nextInt(5)),
                whole ? Optional.of(1L) : Optional.empty(),
                Optional.of(1000L + random.nextInt(1000)),
                Optional.of(random.nextBoolean()),
                Optional.empty());
    }

    private Operation sequence(Schema state, Function<Sequence, Operation> operation) {
        return any(state.sequences()).map(operation).orElse(null);
    }

    private Operation createView(Table table) {
        String listed = String.join(", ", some(table));
        return new CreateView(
                new View(Name.of(fresh("v")), "select " + listed + " from " + table.name(), false), false);
    }

    private static boolean viewed(Schema state, Table table) {
        return state.views().stream().anyMatch(view -> view.query().endsWith(" from " + table.name()));
    }

    // ---- rows

    /** A row that its primary key finds again; foreign keys stay null. */
    private Operation insert(Table table) {
        boolean found = table.primaryKey().isPresent()
                && table.columns().stream()
                        .noneMatch(column ->
                                column.identity().filter(each -> each.always()).isPresent());
        Set<String> tied = new HashSet<>();
        table.constraints(ForeignKey.class).forEach(key -> tied.addAll(key.columns()));
        Map<String, Value> row = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.computed().isEmpty()) {
                found &= !tied.contains(column.name()) || column.nullable();
                row.put(
                        column.name(),
                        tied.contains(column.name()) ? Literal.NULL : columns.value(column.type(), ++number));
            }
        }
        return found && row.size() > 0 && number < 30000 ? new Insert(table.name(), List.of(row)) : null;
    }

    // ---- words

    private Operation with(Schema state, Function<Table, Operation> operation) {
        return any(state.tables()).map(operation).orElse(null);
    }

    private List<String> some(Table table) {
        String first = any(table.columns()).orElseThrow().name();
        String second = any(table.columns()).orElseThrow().name();
        return first.equals(second) || random.nextBoolean() ? List.of(first) : List.of(first, second);
    }

    private Optional<String> comment() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of("it's " + fresh("note"));
    }

    private String fresh(String prefix) {
        return prefix + "_" + ++number;
    }

    private <T> Optional<T> any(Collection<T> many) {
        return many.stream()
                .skip(many.isEmpty() ? 0 : random.nextInt(many.size()))
                .findFirst();
    }
}
