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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the values of a table's columns come from when several changes of it become one. */
final class Sources {

    private final Dialect dialect;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /** Where one column's values come from. */
    private sealed interface Source permits Old, Converted, Added {}

    /** An old column as it is, or cast to the new type. */
    private record Old(Column column) implements Source {}

    /** An expression over the old columns. */
    private record Converted(String expression) implements Source {}

    /** Nowhere: existing rows get the default that the column had when it was added. */
    private record Added(Optional<Value> defaultValue) implements Source {}

    Sources(Dialect dialect, Table before) {
        this.dialect = dialect;
        before.columns().forEach(column -> sources.put(column.name(), new Old(column)));
    }

    /** Takes a further change in; false, and without effect, where one copy of the rows cannot do both. */
    boolean follow(Operation operation) {
        if (operation instanceof AddColumn add) {
            sources.putIfAbsent(add.column().name(), new Added(add.column().defaultValue()));
        } else if (operation instanceof DropColumn drop) {
            sources.remove(drop.column());
        } else if (operation instanceof RenameColumn rename) {
            move(rename.column(), rename.to());
        } else if (operation instanceof AlterColumn alter) {
            return follow(alter);
        }
        return true;
    }

    private boolean follow(AlterColumn alter) {
        Source source = sources.get(alter.column());
        if (alter.using().isPresent()) {
            boolean plain = sources.entrySet().stream()
                    .filter(entry -> SqlText.names(alter.using().get(), entry.getKey()))
                    .allMatch(entry -> entry.getValue() instanceof Old);
            if (!plain) {
                return false;
            }
            sources.put(
                    alter.column(), new Converted(SqlText.renaming(alter.using().get(), this::oldName)));
        } else if (alter.type().isPresent() && source instanceof Converted) {
            return false;
        }
        alter.rename().ifPresent(to -> move(alter.column(), to));
        return true;
    }

    private String oldName(String name) {
        return sources.get(name) instanceof Old old ? old.column().name() : name;
    }

    private void move(String from, String to) {
        Source moved = sources.remove(from);
        if (moved != null) {
            sources.put(to, moved);
        }
    }

    /** The old column that a column is, whatever its name and type are now. */
    Optional<Column> old(String column) {
        return sources.get(column) instanceof Old old ? Optional.of(old.column()) : Optional.empty();
    }

    /** The names of the old columns that are there no more, or not under their names. */
    UnaryOperator<String> renames() {
        Map<String, String> names = new LinkedHashMap<>();
        sources.forEach((now, source) -> {
            if (source instanceof Old old) {
                names.put(old.column().name(), now);
            }
        });
        return old -> names.getOrDefault(old, old);
    }

    /** Whether a column of the old table is there under another name, or not at all. */
    boolean lost(String column) {
        return !(sources.get(column) instanceof Old old && old.column().name().equals(column))
                && !(sources.get(column) instanceof Converted);
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
            return Optional.of(converted.expression());
        }
        Optional<Value> filled = ((Added) source).defaultValue();
        return column.identity().isPresent() || filled.equals(column.defaultValue())
                ? Optional.empty()
                : Optional.of(dialect.literal(filled.orElse(Literal.NULL), column.type()));
    }
}
