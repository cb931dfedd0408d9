package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells names that nobody chose: those of the convention, under the names that tables and columns had before they were
 * renamed too, and those that the database itself gives.
 */
final class Names {

    private static final int MOST_CHECKS = 99;

    private final Dialect dialect;
    private final Naming naming;
    private final Map<Name, Name> formerTables = new HashMap<>();
    private final Map<Name, Map<String, String>> formerColumns = new HashMap<>();

    Names(Dialect dialect, Naming naming) {
        this.dialect = dialect;
        this.naming = naming;
    }

    void renamed(Name from, Name to) {
        formerTables.put(to, from);
    }

    void renamed(Name table, String from, String to) {
        formerColumns.computeIfAbsent(table, any -> new HashMap<>()).put(to, from);
    }

    boolean generated(Table table, Constraint constraint) {
        if (dialect.isGenerated(constraint.name())) {
            return true;
        }
        Map<String, String> former = formerColumns.getOrDefault(table.name(), Map.of());
        Constraint then = constraint.renaming(column -> former.getOrDefault(column, column));
        return tables(table)
                .anyMatch(name -> usual(name, table, constraint).anyMatch(constraint.name()::equals)
                        || usual(name, table, then).anyMatch(constraint.name()::equals));
    }

    boolean generated(Table table, Index index) {
        Map<String, String> former = formerColumns.getOrDefault(table.name(), Map.of());
        Index then = index.renaming(column -> former.getOrDefault(column, column));
        return dialect.isGenerated(index.name())
                || tables(table)
                        .anyMatch(name -> naming.index(name, index.parts()).equals(index.name())
                                || naming.index(name, then.parts()).equals(index.name()));
    }

    private Stream<Name> tables(Table table) {
        Name former = formerTables.get(table.name());
        return former == null ? Stream.of(table.name()) : Stream.of(table.name(), former);
    }

    private Stream<String> usual(Name table, Table owner, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Stream.of(naming.primaryKey(table));
        }
        if (constraint instanceof Unique unique) {
            return Stream.of(naming.unique(table, unique.columns()));
        }
        if (constraint instanceof ForeignKey key) {
            Name former = formerTables.getOrDefault(key.referred(), key.referred());
            return Stream.of(key.referred(), former).map(referred -> naming.foreignKey(table, key.columns(), referred));
        }
        if (constraint instanceof Exclusion exclusion) {
            return Stream.of(
                    naming.exclusion(table, List.copyOf(exclusion.elements().keySet())));
        }
        Map<String, String> former = formerColumns.getOrDefault(owner.name(), Map.of());
        return Stream.concat(
                owner.columns().stream()
                        .map(Column::name)
                        .filter(((Check) constraint)::names)
                        .flatMap(column -> Stream.of(column, former.getOrDefault(column, column)))
                        .map(column -> naming.columnCheck(table, column)),
                IntStream.rangeClosed(1, MOST_CHECKS)
                        .mapToObj(number -> naming.tableCheck(table, String.valueOf(number))));
    }
}
