package io.limbeck.dialect;

import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.Table;
import io.limbeck.type.Literal;
import io.limbeck.type.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the values of a table's columns come from when several changes of it become one. */
final class Sources {

    private final Dialect dialect;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Set<String> were = new HashSet<>();

    /** Where one column's values come from. */
    private sealed interface Source permits Old, Converted, Added {

        /** The same when old columns have been renamed. */
        Source renamed(Map<String, String> names);

        /** The name of the old column that it is. */
        default Optional<String> was() {
            return this instanceof Old old
                    ? Optional.of(old.column().name())
                    : this instanceof Converted converted ? converted.column() : Optional.empty();
        }
    }

    /** An old column as it is, or cast to the new type. */
    private record Old(Column column) implements Source {
        @Override
        public Source renamed(Map<String, String> names) {
            return new Old(column.named(names.getOrDefault(column.name(), column.name())));
        }
    }

    /** An expression over the old columns, in the place of an old column unless it stands in a new one's. */
    private record Converted(Optional<String> column, String expression) implements Source {
        @Override
        public Source renamed(Map<String, String> names) {
            return new Converted(
                    column.map(name -> names.getOrDefault(name, name)),
                    SqlText.renaming(expression, name -> names.getOrDefault(name, name)));
        }
    }

    /** Nowhere: existing rows get the default that the column had when it was added. */
    private record Added(Optional<Value> defaultValue) implements Source {
        @Override
        public Source renamed(Map<String, String> names) {
            return this;
        }
    }

    private Sources(Dialect dialect) {
        this.dialect = dialect;
    }

    Sources(Dialect dialect, Table before) {
        this(dialect);
        before.columns().forEach(column -> sources.put(column.name(), new Old(column)));
        were.addAll(before.columnNames());
    }

    /** Takes a further change in; false, and without effect, where one copy of the rows cannot do both. */
    boolean follow(Operation operation) {
        if (operation instanceof AddColumn add) {
            sources.putIfAbsent(add.column().name(), new Added(add.column().defaultValue()));
        } else if (operation instanceof DropColumn drop) {
            sources.remove(drop.column());
        } else if (operation instanceof RenameColumn rename) {
            return follow(rename.column(), rename.to());
        } else if (operation instanceof AlterColumn alter) {
            return follow(alter);
        }
        return true;
    }

    private boolean follow(AlterColumn alter) {
        if (alter.rename().filter(were::contains).isPresent()) {
            return false;
        }
        Source source = sources.get(alter.column());
        if (alter.using().isPresent()) {
            boolean plain = sources.entrySet().stream()
                    .filter(entry -> SqlText.names(alter.using().get(), entry.getKey()))
                    .allMatch(entry -> entry.getValue() instanceof Old);
            if (!plain) {
                return false;
            }
            sources.put(
                    alter.column(),
                    new Converted(source.was(), SqlText.renaming(alter.using().get(), this::oldName)));
        } else if (alter.type().isPresent() && source instanceof Converted) {
            return false;
        }
        return alter.rename().map(to -> follow(alter.column(), to)).orElse(true);
    }

    /** A name that another column had before is not there yet while rows are copied. */
    private boolean follow(String from, String to) {
        if (were.contains(to)) {
            return false;
        }
        Source moved = sources.remove(from);
        if (moved != null) {
            sources.put(to, moved);
        }
        return true;
    }

    private String oldName(String name) {
        return sources.get(name) instanceof Old old ? old.column().name() : name;
    }

    /** The old column that a column is, whatever its name and type are now. */
    Optional<Column> old(String column) {
        return sources.get(column) instanceof Old old ? Optional.of(old.column()) : Optional.empty();
    }

    /** The old columns that have another name now, with that name. */
    Map<String, String> renames() {
        Map<String, String> names = new LinkedHashMap<>();
        sources.forEach(
                (now, source) -> source.was().filter(was -> !was.equals(now)).ifPresent(was -> names.put(was, now)));
        return names;
    }

    /** The same when the old columns bear their new names already. */
    Sources renamed() {
        Map<String, String> names = renames();
        Sources renamed = new Sources(dialect);
        sources.forEach((now, source) -> renamed.sources.put(now, source.renamed(names)));
        return renamed;
    }

    /** Whether an old column is there still, under this name or another. */
    boolean keeps(String column) {
        return sources.values().stream()
                .anyMatch(source -> source.was().filter(column::equals).isPresent());
    }

    /** The expression over the old table that fills a column; empty where it fills itself. */
    Optional<String> of(Column column, Rebuild rebuild) {
        if (column.computed().isPresent()) {
            return Optional.empty();
        }
        Source source = sources.get(column.name());
        if (source instanceof Old old) {
            return Optional.of(rebuild.converted(old.column(), column));
        }
        if (source instanceof Converted converted) {
            return Optional.of(rebuild.used(converted.expression()));
        }
        Optional<Value> filled = ((Added) source).defaultValue();
        return column.identity().isPresent() || filled.equals(column.defaultValue())
                ? Optional.empty()
                : Optional.of(dialect.literal(filled.orElse(Literal.NULL), column.type()));
    }
}
