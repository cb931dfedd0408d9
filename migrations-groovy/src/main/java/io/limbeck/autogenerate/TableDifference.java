package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.Change;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropPrimaryKey;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameIndex;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What changes one table, foreign keys apart: constraints and indexes that go, columns, constraints and indexes that
 * come, each kind in one stretch, so that a database that must make the table anew does it once.
 */
final class TableDifference {

    private final Building building;
    private final Table wanted;
    private final Name name;
    private final Likeness likeness;
    private final Names names;
    private final Dialect dialect;
    private final List<String> notes;

    TableDifference(
            Building building, Table wanted, Likeness likeness, Names names, Dialect dialect, List<String> notes) {
        this.building = building;
        this.wanted = wanted;
        this.name = wanted.name();
        this.likeness = likeness;
        this.names = names;
        this.dialect = dialect;
        this.notes = notes;
    }

    private Table known() {
        return building.state().known(name).orElseThrow();
    }

    private Pairing pairing() {
        return Pairing.of(known(), wanted, likeness, names, dialect);
    }

    void write() {
        dropParts();
        columns();
        addParts();
        if (!likeness.sameComment(known().comment(), wanted.comment())) {
            building.add(new CommentTable(name, wanted.comment()));
        }
    }

    // ---- constraints and indexes

    /** What names a column that goes, goes with it. */
    private void dropParts() {
        Pairing pairing = pairing();
        List<Index> renamed = new ArrayList<>();
        for (Index index : pairing.goneIndexes()) {
            Optional<Operation> rename = pairing.missingIndexes().stream()
                    .filter(other -> likeness.same(known(), index, other))
                    .filter(other -> !renamed.contains(other))
                    .findFirst()
                    .flatMap(other -> rename(index, other, renamed));
            if (rename.isPresent()) {
                building.add(rename.get());
            } else if (!goesWithColumn(index::names)) {
                building.add(new DropIndex(name, index.name(), false, false));
            }
        }
        for (Constraint constraint : pairing.gone()) {
            if (!(constraint instanceof ForeignKey) && !goesWithColumn(constraint::names)) {
                building.add(
                        constraint instanceof PrimaryKey
                                ? new DropPrimaryKey(name)
                                : new DropConstraint(name, constraint.name(), false, false));
            }
        }
    }

    private Optional<Operation> rename(Index index, Index other, List<Index> renamed) {
        RenameIndex rename = new RenameIndex(name, index.name(), other.name());
        if (!renders(rename)) {
            return Optional.empty();
        }
        renamed.add(other);
        return Optional.of(rename);
    }

    private boolean renders(Operation operation) {
        try {
            operation.apply(building.state());
            dialect.render(operation, building.state());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private boolean goesWithColumn(java.util.function.Predicate<String> names) {
        return known().columns().stream()
                .map(Column::name)
                .filter(column -> wanted.column(column).isEmpty())
                .anyMatch(names);
    }

    private void addParts() {
        Pairing pairing = pairing();
        pairing.missing().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .sorted(Comparator.comparing(constraint -> !(constraint instanceof PrimaryKey)))
                .forEach(constraint -> building.add(new AddConstraint(name, constraint)));
        pairing.missingIndexes().forEach(index -> building.add(new CreateIndex(name, index, false, false)));
    }

    // ---- columns

    private void columns() {
        for (Column column : wanted.columns()) {
            if (known().column(column.name()).isEmpty() && column.computed().isEmpty()) {
                add(column);
            }
        }
        for (Column column : wanted.columns()) {
            Optional<Column> is = known().column(column.name());
            if (is.isPresent() && !replaced(is.get(), column)) {
                alteration(is.get(), column)
                        .ifPresent(alter -> building.add(
                                new Proposal(alter, Warnings.of(alter, is.get(), column, wanted, likeness))));
            }
        }
        List<Column> going = new ArrayList<>(known().columns().stream()
                .filter(column -> wanted.column(column.name())
                        .filter(other -> !replaced(column, other))
                        .isEmpty())
                .toList());
        going.sort(Comparator.comparing(column -> column.computed().isEmpty()));
        for (Column column : going) {
            drop(column);
        }
        for (Column column : wanted.columns()) {
            if (known().column(column.name()).isEmpty()) {
                add(column);
            }
        }
    }

    private void add(Column column) {
        boolean hinders = !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.computed().isEmpty();
        Operation add = new AddColumn(name, column, List.of(), List.of(), Optional.empty(), false, false);
        if (hinders) {
            building.add(
                    add,
                    "Rows that '" + name + "' has already get no value for '" + column.name()
                            + "': give it a default, or let it be null, fill it and forbid null then.");
        } else {
            building.add(add);
        }
    }

    private void drop(Column column) {
        Operation drop = new DropColumn(name, column.name(), false);
        if (column.computed().isPresent()) {
            building.add(drop);
        } else {
            building.add(drop, "What '" + column.name() + "' of '" + name + "' holds is lost with it.");
        }
    }

    /** Whether a column is dropped and added: what it is computed from is no fact to alter. */
    private boolean replaced(Column is, Column column) {
        return !likeness.sameComputation(known(), is, column);
    }

    private Optional<AlterColumn> alteration(Column is, Column column) {
        Column one = dialect.normal(is, known());
        Column other = dialect.normal(column, wanted);
        boolean type = !likeness.sameType(name, one, other);
        boolean keyed = wanted.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .filter(key -> known().primaryKey().isEmpty())
                .isPresent();
        boolean nullable = is.nullable() != column.nullable() && !(keyed && is.nullable());
        boolean value =
                !likeness.sameDefault(name, is, column) && other.identity().isEmpty();
        boolean identity = !likeness.sameIdentity(one, other) && !likeness.sameIdentity(is, column);
        boolean comment = !likeness.sameComment(is.comment(), column.comment());
        if (!likeness.sameCollation(is, column)) {
            notes.add("The collation of column '" + column.name() + "' of table '" + name + "' is "
                    + is.collation().map(word -> "'" + word + "'").orElse("the usual one") + " and should be '"
                    + column.collation().orElseThrow() + "', which no operation changes.");
        }
        if (!type && !nullable && !value && !identity && !comment) {
            return Optional.empty();
        }
        return Optional.of(new AlterColumn(
                name,
                column.name(),
                type ? Optional.of(column.type()) : Optional.empty(),
                Optional.empty(),
                nullable ? Optional.of(column.nullable()) : Optional.empty(),
                value ? Change.to(column.defaultValue()) : Change.none(),
                comment ? Change.to(column.comment()) : Change.none(),
                identity ? Change.to(column.identity()) : Change.none(),
                Change.none(),
                Optional.empty(),
                Optional.empty()));
    }
}
