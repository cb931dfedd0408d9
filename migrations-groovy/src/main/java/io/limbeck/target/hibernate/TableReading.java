package io.limbeck.target.hibernate;

import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;

/** A table of Hibernate's metadata as ours, with everything on it. */
final class TableReading {

    private final ColumnReading columns;
    private final Identifiers names;
    private final Naming naming;

    TableReading(ColumnReading columns, Identifiers names, Naming naming) {
        this.columns = columns;
        this.names = names;
        this.naming = naming;
    }

    Table table(org.hibernate.mapping.Table table) {
        Name name = names.of(table);
        List<Constraint> constraints = new ArrayList<>();
        primaryKey(table, name).ifPresent(constraints::add);
        constraints.addAll(uniques(table, name, constraints));
        constraints.addAll(foreignKeys(table, name));
        constraints.addAll(checks(table, name));
        return new Table(
                name,
                table.getColumns().stream().map(column -> column(table, column)).toList(),
                constraints,
                table.getIndexes().values().stream()
                        .map(index -> index(index, name))
                        .sorted(Comparator.comparing(Index::name))
                        .toList(),
                Optional.ofNullable(table.getComment()),
                false,
                Map.of());
    }

    private Column column(org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
        boolean key = table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column);
        Column read = columns.column(column);
        return key ? read.nullable(false) : read;
    }

    private Optional<PrimaryKey> primaryKey(org.hibernate.mapping.Table table, Name name) {
        return Optional.ofNullable(table.getPrimaryKey())
                .map(key -> new PrimaryKey(naming.primaryKey(name), texts(key.getColumns())));
    }

    // ---- unique

    /** Those of the table and those of single columns, each set of columns once. */
    private List<Unique> uniques(org.hibernate.mapping.Table table, Name name, List<Constraint> keys) {
        List<List<String>> known =
                new ArrayList<>(keys.stream().map(Constraint::columns).toList());
        List<Unique> uniques = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            List<String> over = texts(key.getColumns());
            if (isNew(over, known)) {
                uniques.add(unique(key.getName(), over, name));
            }
        }
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            List<String> over = List.of(names.of(column));
            if (column.isUnique() && isNew(over, known)) {
                uniques.add(unique(column.getUniqueKeyName(), over, name));
            }
        }
        uniques.sort(Comparator.comparing(Unique::name));
        return uniques;
    }

    private static boolean isNew(List<String> columns, List<List<String>> known) {
        boolean fresh = known.stream().noneMatch(each -> each.size() == columns.size() && each.containsAll(columns));
        known.add(columns);
        return fresh;
    }

    private Unique unique(String own, List<String> over, Name table) {
        return new Unique(
                GeneratedNames.isGenerated(own) ? naming.unique(table, over) : names.plain(own),
                over,
                Deferral.NOT_DEFERRABLE,
                false);
    }

    // ---- foreign keys

    private List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table, Name name) {
        return table.getForeignKeys().values().stream()
                .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
                .map(key -> foreignKey(key, name))
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key, Name table) {
        Name referred = names.of(key.getReferencedTable());
        List<String> over = texts(key.getColumns());
        List<org.hibernate.mapping.Column> to = key.getReferencedColumns().isEmpty()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        return new ForeignKey(
                GeneratedNames.isGenerated(key.getName())
                        ? naming.foreignKey(table, over, referred)
                        : names.plain(key.getName()),
                over,
                referred,
                texts(to),
                action(key.getOnDeleteAction()),
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE,
                true);
    }

    private static ReferentialAction action(OnDeleteAction action) {
        return action == null ? ReferentialAction.NO_ACTION : ReferentialAction.valueOf(action.name());
    }

    // ---- checks

    private List<Check> checks(org.hibernate.mapping.Table table, Name name) {
        List<Check> checks = new ArrayList<>();
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            boolean guarded = columns.isGuarded(name, column);
            for (CheckConstraint check : column.getCheckConstraints()) {
                if (check.isNamed() || !guarded) {
                    add(checks, check, naming.columnCheck(name, names.of(column)), name);
                }
            }
        }
        for (CheckConstraint check : table.getChecks()) {
            add(checks, check, naming.tableCheck(name, "1"), name);
        }
        return checks;
    }

    private void add(List<Check> checks, CheckConstraint check, String usual, Name table) {
        String name = check.isNamed() ? names.plain(check.getName()) : usual;
        for (int number = 2; isTaken(checks, name); number++) {
            name = naming.tableCheck(table, String.valueOf(number));
        }
        checks.add(new Check(name, check.getConstraint(), true));
    }

    private static boolean isTaken(Collection<Check> checks, String name) {
        return checks.stream().anyMatch(check -> check.name().equals(name));
    }

    // ---- indexes

    private Index index(org.hibernate.mapping.Index index, Name table) {
        List<IndexPart> parts = index.getSelectables().stream()
                .map(part -> part(part, index.getSelectableOrderMap().get(part)))
                .toList();
        return new Index(
                GeneratedNames.isGenerated(index.getName()) ? naming.index(table, parts) : names.plain(index.getName()),
                parts,
                index.isUnique(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    private IndexPart part(Selectable part, String order) {
        boolean expression = !(part instanceof org.hibernate.mapping.Column);
        return new IndexPart(
                part instanceof org.hibernate.mapping.Column column ? names.of(column) : part.getText(),
                expression,
                "desc".equalsIgnoreCase(order),
                Optional.empty());
    }

    private List<String> texts(List<org.hibernate.mapping.Column> some) {
        return some.stream().map(names::of).toList();
    }
}
