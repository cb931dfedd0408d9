package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a column. Shape: {@code addColumn 'account', 'email', varchar(255), nullable: false}
 *
 * @param constraints what was written at the column, a primary key included
 * @param after the column that is to stand before it
 * @param first whether it is to be the first column
 */
public record AddColumn(
        Name table,
        Column column,
        List<Constraint> constraints,
        List<Index> indexes,
        Optional<String> after,
        boolean first,
        boolean ifNotExists)
        implements Operation, TableChange {

    static final Verb VERB = new Verb("addColumn", AddColumn::read);

    public AddColumn {
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    private static AddColumn read(Arguments arguments) {
        Name table = arguments.name("the table's name");
        NewColumn wanted = NewColumn.read(arguments, table);
        List<Constraint> constraints = new ArrayList<>();
        if (wanted.primaryKey()) {
            constraints.add(new PrimaryKey(
                    arguments.context().naming().primaryKey(table),
                    List.of(wanted.column().name())));
        }
        constraints.addAll(wanted.constraints());
        return new AddColumn(
                table,
                wanted.column(),
                constraints,
                wanted.indexes(),
                arguments.text("after"),
                arguments.flag("first"),
                arguments.flag("ifNotExists"));
    }

    /** The column, perhaps a changed one, without the constraints and indexes. */
    public AddColumn alone(Column other) {
        return new AddColumn(table, other, List.of(), List.of(), after, first, ifNotExists);
    }

    @Override
    public AddColumn resolved(Schema before) {
        if (constraints.isEmpty()) {
            return this;
        }
        List<Constraint> resolved = constraints.stream()
                .map(constraint -> constraint instanceof ForeignKey key
                        ? AddConstraint.pointed(
                                key, before.known(table).orElseGet(() -> Table.of(table, List.of(column))), before)
                        : constraint)
                .toList();
        return new AddColumn(table, column, resolved, indexes, after, first, ifNotExists);
    }

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        if (found.isEmpty() || before.known(table).isEmpty()) {
            return before;
        }
        if (found.get().column(column.name()).isPresent()) {
            if (ifNotExists) {
                return before;
            }
            throw new Refusal(
                    "name-taken",
                    column.name(),
                    "table '" + table + "' has a column '" + column.name() + "' already",
                    "Choose another name, or use alterColumn to change it.");
        }
        if (after.isPresent()) {
            before.find(table, after.get());
        }
        Table wider = found.get().plus(column);
        if (first) {
            wider = wider.moving(column.name(), 0);
        } else if (after.isPresent()) {
            wider = wider.moving(column.name(), found.get().columnNames().indexOf(after.get()) + 1);
        }
        Schema schema = before.with(wider);
        Optional<EnumType> added = newEnum(before);
        if (added.isPresent()) {
            schema = schema.with(added.get());
        }
        for (Constraint constraint : constraints) {
            schema = new AddConstraint(table, constraint).apply(schema);
        }
        for (Index index : indexes) {
            schema = new CreateIndex(table, index, false, false).apply(schema);
        }
        return schema;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifNotExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        if (first || after.isPresent()) {
            grammar.require(Feature.COLUMN_POSITION);
        }
        List<String> statements = new ArrayList<>();
        Optional<EnumType> type = newEnum(before);
        if (type.isPresent()) {
            statements.addAll(grammar.render(new CreateEnum(type.get()), before));
        }
        statements.add("ALTER TABLE " + grammar.name(table) + " " + grammar.addColumn()
                + (ifNotExists ? "IF NOT EXISTS " : "") + grammar.columnDefinition(table, column));
        boolean plain = constraints.isEmpty() && indexes.isEmpty();
        Schema made = plain ? before : alone(column).apply(before);
        for (Constraint constraint : constraints) {
            AddConstraint add = new AddConstraint(table, constraint);
            statements.addAll(grammar.render(add, made));
            made = add.apply(made);
        }
        for (Index index : indexes) {
            CreateIndex create = new CreateIndex(table, index, false, ifNotExists);
            statements.addAll(grammar.render(create, made));
            made = create.apply(made);
        }
        if (column.comment().isPresent()) {
            statements.add(CreateTable.commentOn(
                    grammar, table, column.name(), column.comment().get()));
        }
        return statements;
    }

    private Optional<EnumType> newEnum(Schema before) {
        return CreateTable.newEnum(table, column.type(), before);
    }

    @Override
    public Reversal reverse(Schema before) {
        boolean there = before.known(table)
                .flatMap(known -> known.column(column.name()))
                .isPresent();
        if (ifNotExists && there) {
            return Reversal.nothing();
        }
        List<Operation> undo = new ArrayList<>();
        undo.add(new DropColumn(table, column.name(), false));
        newEnum(before).ifPresent(type -> undo.add(new DropEnum(type.name())));
        return Reversal.by(undo);
    }

    @Override
    public String script() {
        List<String> lines = new ArrayList<>();
        lines.add(NewColumn.write(ScriptText.call("addColumn").argument(table.value()), column)
                .schema(table)
                .text("after", after)
                .flag("first", first)
                .flag("ifNotExists", ifNotExists)
                .line());
        constraints.forEach(constraint -> lines.add(new AddConstraint(table, constraint).script()));
        indexes.forEach(index -> lines.add(new CreateIndex(table, index, false, false).script()));
        return String.join("\n", lines);
    }
}
