package io.limbeck.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table with everything that hangs on it.
 *
 * @param options table options in the database's own words, by dialect
 */
public record Table(
        Name name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        Optional<String> comment,
        boolean temporary,
        Map<String, String> options) {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A table with columns and nothing else. */
    public static Table of(Name name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), Optional.empty(), false, Map.of());
    }

    public Optional<Column> column(String wanted) {
        for (Column column : columns) {
            if (column.name().equals(wanted)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public List<String> columnNames() {
        List<String> names = new ArrayList<>(columns.size());
        for (Column column : columns) {
            names.add(column.name());
        }
        return names;
    }

    public Optional<Constraint> constraint(String wanted) {
        for (Constraint constraint : constraints) {
            if (constraint.name().equals(wanted)) {
                return Optional.of(constraint);
            }
        }
        return Optional.empty();
    }

    public Optional<Index> index(String wanted) {
        for (Index index : indexes) {
            if (index.name().equals(wanted)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    public Optional<PrimaryKey> primaryKey() {
        for (Constraint constraint : constraints) {
            if (constraint instanceof PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The constraints of one kind, in order of appearance. */
    public <C extends Constraint> List<C> constraints(Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (kind.isInstance(constraint)) {
                found.add(kind.cast(constraint));
            }
        }
        return found;
    }

    /** Another column that is computed from this one. */
    public Optional<Column> computedFrom(String column) {
        return columns.stream()
                .filter(other -> !other.name().equals(column)
                        && other.computed()
                                .filter(rule -> SqlText.names(rule.expression(), column))
                                .isPresent())
                .findFirst();
    }

    public Table named(Name other) {
        return new Table(other, columns, constraints, indexes, comment, temporary, options);
    }

    public Table columns(List<Column> others) {
        return new Table(name, others, constraints, indexes, comment, temporary, options);
    }

    public Table constraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, comment, temporary, options);
    }

    public Table indexes(List<Index> others) {
        return new Table(name, columns, constraints, others, comment, temporary, options);
    }

    public Table commented(Optional<String> other) {
        return new Table(name, columns, constraints, indexes, other, temporary, options);
    }

    public Table plus(Column column) {
        return columns(appended(columns, column));
    }

    public Table plus(Constraint constraint) {
        return constraints(appended(constraints, constraint));
    }

    public Table plus(Index index) {
        return indexes(appended(indexes, index));
    }

    /** The table with one column changed. */
    public Table changing(String column, UnaryOperator<Column> change) {
        return columns(columns.stream()
                .map(each -> each.name().equals(column) ? change.apply(each) : each)
                .toList());
    }

    /** The table with one constraint replaced, or gone where {@code change} gives null. */
    public Table changingConstraint(String constraint, UnaryOperator<Constraint> change) {
        List<Constraint> changed = new ArrayList<>();
        for (Constraint each : constraints) {
            Constraint result = each.name().equals(constraint) ? change.apply(each) : each;
            if (result != null) {
                changed.add(result);
            }
        }
        return constraints(changed);
    }

    /** The table without a column, and without the constraints and indexes that speak of it. */
    public Table withoutColumn(String column) {
        return new Table(
                name,
                columns.stream().filter(each -> !each.name().equals(column)).toList(),
                constraints.stream().filter(each -> !each.names(column)).toList(),
                indexes.stream().filter(each -> !each.names(column)).toList(),
                comment,
                temporary,
                options);
    }

    /** The table with a column renamed, in its keys and indexes too. */
    public Table renamingColumn(String from, String to) {
        UnaryOperator<String> rename = each -> each.equals(from) ? to : each;
        return new Table(
                name,
                columns.stream().map(each -> each.renaming(rename)).toList(),
                constraints.stream().map(each -> each.renaming(rename)).toList(),
                indexes.stream().map(each -> each.renaming(rename)).toList(),
                comment,
                temporary,
                options);
    }

    /** The column at {@code position}, counted from 0; the others keep their order. */
    public Table moving(String column, int position) {
        List<Column> others = new ArrayList<>(
                columns.stream().filter(each -> !each.name().equals(column)).toList());
        others.add(position, column(column).orElseThrow());
        return columns(others);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
