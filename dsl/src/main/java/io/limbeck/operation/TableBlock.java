package io.limbeck.operation;

import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hears what is said inside {@code createTable('t') { … }} and makes a table of it. */
public final class TableBlock implements Receiver {

    /** What is said inside a table. */
    public static final Set<String> VERBS =
            Set.of("column", "primaryKey", "unique", "foreignKey", "check", "exclude", "index");

    private final Name table;
    private final Context context;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> keyColumns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();
    private boolean incomplete;

    TableBlock(Name table, Context context) {
        this.table = table;
        this.context = context;
    }

    @Override
    public Set<String> verbs() {
        return VERBS;
    }

    @Override
    public void hear(Call call) {
        try {
            understand(call, new Arguments(call, context));
        } catch (Refusal refusal) {
            incomplete = true;
            throw refusal;
        }
    }

    private void understand(Call call, Arguments arguments) {
        switch (call.name()) {
            case "column" -> column(NewColumn.read(arguments, table));
            case "primaryKey" -> primaryKey(Constraints.primaryKey(arguments, table));
            case "unique" -> constraint(Constraints.unique(arguments, table));
            case "foreignKey" -> constraint(Constraints.foreignKey(arguments, table));
            case "check" -> constraint(Constraints.numbered(Constraints.check(arguments, table), names::contains));
            case "exclude" -> constraint(Constraints.exclusion(arguments, table));
            case "index" -> index(CreateIndex.read(arguments, table));
            default -> throw new IllegalArgumentException(call.name());
        }
        arguments.done();
    }

    private void column(NewColumn wanted) {
        String name = wanted.column().name();
        for (Column column : columns) {
            if (column.name().equals(name)) {
                throw new Refusal(
                        "name-taken", name, "table '" + table + "' has a column '" + name + "' already", null);
            }
        }
        columns.add(wanted.column());
        if (wanted.primaryKey()) {
            keyColumns.add(name);
        }
        for (Constraint constraint : wanted.constraints()) {
            constraint(constraint);
        }
        for (Index index : wanted.indexes()) {
            index(index);
        }
    }

    private void primaryKey(PrimaryKey key) {
        if (primaryKey.isPresent()) {
            throw new Refusal("second-primary-key", null, "table '" + table + "' has a primary key already", null);
        }
        claim(key.name());
        primaryKey = Optional.of(key);
    }

    private void constraint(Constraint constraint) {
        claim(constraint.name());
        constraints.add(constraint);
    }

    private void index(Index index) {
        claim(index.name());
        indexes.add(index);
    }

    private void claim(String name) {
        if (!names.add(name)) {
            throw new Refusal(
                    "name-taken",
                    name,
                    "the name '" + name + "' is used twice in table '" + table + "'",
                    "Give one of the two a 'name:' of its own.");
        }
    }

    /**
     * The table that the block described.
     *
     * @throws Refusal when it has no column, or a key or index names a column that it does not have
     */
    Table table(Optional<String> comment, boolean temporary, Map<String, String> options) {
        if (incomplete && columns.isEmpty()) {
            throw Arguments.reported(table.value());
        }
        List<Constraint> all = new ArrayList<>();
        Optional<PrimaryKey> key = key();
        if (key.isPresent()) {
            all.add(key.get());
        }
        all.addAll(constraints);
        List<Column> settled = new ArrayList<>(columns.size());
        for (Column column : columns) {
            boolean within =
                    column.nullable() && key.isPresent() && key.get().columns().contains(column.name());
            settled.add(within ? column.nullable(false) : column);
        }
        return new Table(table, settled, all, indexes, comment, temporary, options);
    }

    private Optional<PrimaryKey> key() {
        if (keyColumns.isEmpty()) {
            return primaryKey;
        }
        Naming naming = context.naming();
        if (primaryKey.isPresent()) {
            throw new Refusal(
                    "second-primary-key",
                    null,
                    "table '" + table + "' has two primary keys: one at its columns, one of its own",
                    "Leave 'primaryKey: true' out, or the line 'primaryKey …'.");
        }
        return Optional.of(new PrimaryKey(naming.primaryKey(table), keyColumns));
    }
}
