package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that come, change and go, and the foreign keys between them. */
final class TablesDifference {

    private final Building building;
    private final Schema to;
    private final Likeness likeness;
    private final Dialect dialect;
    private final Names names;
    private final Renames renames;
    private final EnumDifference enums;
    private final List<String> notes;

    TablesDifference(
            Building building, Schema to, Likeness likeness, Dialect dialect, Rules rules, List<String> notes) {
        this.building = building;
        this.to = to;
        this.likeness = likeness;
        this.dialect = dialect;
        this.names = new Names(dialect, rules.naming());
        this.renames = new Renames(building, to, likeness, names, rules);
        this.enums = new EnumDifference(building, to, likeness, dialect);
        this.notes = notes;
    }

    void write() {
        renames.write();
        enums.before();
        dropForeignKeys();
        boolean dropsFirst = namesClash();
        if (dropsFirst) {
            dropTables();
        }
        createTables();
        for (Table wanted : to.tables()) {
            building.state()
                    .known(wanted.name())
                    .ifPresent(known -> new TableDifference(building, wanted, likeness, names, dialect, notes).write());
        }
        addForeignKeys();
        if (!dropsFirst) {
            dropTables();
        }
        enums.behind();
    }

    // ---- foreign keys

    private void dropForeignKeys() {
        List<AddConstraint> going = new ArrayList<>();
        for (Table table : building.state().tables()) {
            Optional<Table> wanted = to.known(table.name());
            List<Constraint> gone = wanted.map(other ->
                            Pairing.of(table, other, likeness, names, dialect).gone())
                    .orElse(List.of());
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                boolean between = wanted.isEmpty() && to.known(key.referred()).isEmpty();
                boolean goes = wanted.isPresent()
                        ? gone.contains(key) || hindered(table, key)
                        : between ? inCycle(table, key) : restsOnChanged(key);
                if (goes) {
                    going.add(new AddConstraint(table.name(), key));
                }
            }
        }
        going.forEach(key ->
                building.add(new DropConstraint(key.table(), key.constraint().name(), false, false)));
    }

    /** Whether a key must go because what it rests on changes under it. */
    private boolean hindered(Table table, ForeignKey key) {
        return key.columns().stream().anyMatch(column -> changes(table.name(), column)) || restsOnChanged(key);
    }

    private boolean restsOnChanged(ForeignKey key) {
        return key.referredColumns().stream().anyMatch(column -> changes(key.referred(), column)) || restsOnGone(key);
    }

    private boolean changes(Name table, String column) {
        Optional<Table> is = building.state().known(table);
        Optional<Table> wanted = to.known(table);
        boolean there = is.flatMap(known -> known.column(column)).isPresent();
        return there && (wanted.isEmpty() || !settled(is.get(), wanted.get(), column));
    }

    private boolean restsOnGone(ForeignKey key) {
        Optional<Table> referred = building.state().known(key.referred());
        Optional<Table> wanted = to.known(key.referred());
        return referred.isPresent()
                && wanted.isPresent()
                && Pairing.of(referred.get(), wanted.get(), likeness, names, dialect).gone().stream()
                        .filter(gone -> gone instanceof PrimaryKey || gone instanceof Unique)
                        .anyMatch(gone -> Set.copyOf(gone.columns()).equals(Set.copyOf(key.referredColumns())));
    }

    /** Whether tables that go cannot be put in an order because of this key. */
    private boolean inCycle(Table table, ForeignKey key) {
        return !key.referred().equals(table.name())
                && reaches(key.referred(), table.name(), new HashSet<>())
                && table.name().compareTo(key.referred()) < 0;
    }

    private boolean reaches(Name from, Name wanted, Set<Name> seen) {
        return from.equals(wanted)
                || seen.add(from)
                        && building.state().known(from).stream()
                                .flatMap(table -> table.constraints(ForeignKey.class).stream())
                                .anyMatch(key -> !key.referred().equals(from) && reaches(key.referred(), wanted, seen));
    }

    private void addForeignKeys() {
        for (Table wanted : to.tables()) {
            Table known = building.state().known(wanted.name()).orElseThrow();
            Pairing.of(known, wanted, likeness, names, dialect).missing().stream()
                    .filter(ForeignKey.class::isInstance)
                    .forEach(key -> building.add(new AddConstraint(wanted.name(), key)));
        }
    }

    // ---- tables

    /** New tables behind those that they refer to; where they refer to each other, the keys of the first come later. */
    private void createTables() {
        List<Table> waiting = new ArrayList<>(to.tables().stream()
                .filter(table -> building.state().known(table.name()).isEmpty())
                .toList());
        while (!waiting.isEmpty()) {
            Table next = waiting.stream()
                    .filter(table ->
                            table.constraints(ForeignKey.class).stream().noneMatch(key -> waits(table, key, waiting)))
                    .findFirst()
                    .orElse(waiting.get(0));
            building.add(new CreateTable(
                    next.constraints(next.constraints().stream()
                            .filter(constraint -> !(constraint instanceof ForeignKey key) || ready(next, key, waiting))
                            .toList()),
                    false));
            waiting.remove(next);
        }
    }

    private static boolean waits(Table table, ForeignKey key, List<Table> waiting) {
        return !key.referred().equals(table.name())
                && waiting.stream().anyMatch(other -> other.name().equals(key.referred()));
    }

    /** Whether a key's target is as it is to be already. */
    private boolean ready(Table table, ForeignKey key, List<Table> waiting) {
        if (key.referred().equals(table.name())) {
            return true;
        }
        Optional<Table> referred = building.state().known(key.referred());
        Optional<Table> wanted = to.known(key.referred());
        return !waits(table, key, waiting)
                && referred.isPresent()
                && wanted.isPresent()
                && key.referredColumns().stream().allMatch(column -> settled(referred.get(), wanted.get(), column))
                && hasKey(referred.get(), key.referredColumns());
    }

    private boolean settled(Table is, Table wanted, String column) {
        Optional<Column> one = is.column(column);
        Optional<Column> other = wanted.column(column);
        return one.isPresent()
                && other.isPresent()
                && likeness.sameType(is.name(), dialect.normal(one.get(), is), dialect.normal(other.get(), wanted));
    }

    private boolean hasKey(Table table, List<String> columns) {
        Optional<Table> wanted = to.known(table.name());
        List<Constraint> gone = wanted.map(other ->
                        Pairing.of(table, other, likeness, names, dialect).gone())
                .orElse(List.of());
        return table.constraints().stream()
                        .anyMatch(each -> (each instanceof PrimaryKey || each instanceof Unique)
                                && !gone.contains(each)
                                && Set.copyOf(each.columns()).equals(Set.copyOf(columns)))
                || table.indexes().stream()
                        .anyMatch(each ->
                                each.unique() && Set.copyOf(each.columns()).equals(Set.copyOf(columns)));
    }

    private List<Table> going() {
        return building.state().tables().stream()
                .filter(table -> to.known(table.name()).isEmpty())
                .toList();
    }

    /** Whether what goes bears a name that something new wants. */
    private boolean namesClash() {
        Set<String> wanted = new HashSet<>();
        to.tables().forEach(table -> parts(table).forEach(wanted::add));
        return going().stream().flatMap(TablesDifference::parts).anyMatch(wanted::contains);
    }

    private static Stream<String> parts(Table table) {
        return Stream.concat(
                table.constraints().stream().map(Constraint::name),
                table.indexes().stream().map(Index::name));
    }

    private void dropTables() {
        List<Table> waiting = new ArrayList<>(going());
        while (!waiting.isEmpty()) {
            Table next = waiting.stream()
                    .filter(table -> waiting.stream()
                            .noneMatch(other -> other != table
                                    && other.constraints(ForeignKey.class).stream()
                                            .anyMatch(key -> key.referred().equals(table.name()))))
                    .findFirst()
                    .orElse(waiting.get(0));
            building.add(
                    new DropTable(next.name(), false, false), "All rows of '" + next.name() + "' are lost with it.");
            waiting.remove(next);
        }
    }
}
