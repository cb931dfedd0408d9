package io.limbeck.dialect;

import io.limbeck.operation.TableChange;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SQLite's way of making a table anew, which is that of its manual
 * (https://www.sqlite.org/lang_altertable.html#otheralter): foreign keys are not enforced meanwhile, and whatever
 * speaks of the table by its name, such as other tables' foreign keys, views and triggers, is left as it is.
 */
final class SqliteRebuild extends Rebuild {

    private static final Set<Kind> FRACTIONS = Set.of(Kind.DECIMAL, Kind.NUMERIC, Kind.REAL, Kind.DOUBLE_PRECISION);

    private final Sqlite sqlite;

    SqliteRebuild(Sqlite sqlite) {
        super(sqlite);
        this.sqlite = sqlite;
    }

    /** Whether a batch drops a table that foreign keys of others point at. */
    static boolean isReferenced(Batch<?> batch) {
        return batch.rebuilt()
                && batch.first().operation() instanceof TableChange change
                && batch.first().before().references(change.table()).findAny().isPresent();
    }

    @Override
    protected boolean namesStay() {
        return true;
    }

    @Override
    protected boolean keepsWithTable(Name table, Constraint constraint, Schema before) {
        return true;
    }

    /**
     * The pragma that puts foreign keys aside has no effect in a transaction that is open already
     * (https://www.sqlite.org/pragma.html#pragma_foreign_keys), so one more look; and with
     * {@code legacy_alter_table} a RENAME leaves alone what speaks of the table.
     */
    @Override
    protected List<String> beginning(Table table, Schema before) {
        List<String> statements = new ArrayList<>();
        if (before.references(table.name()).findAny().isPresent()) {
            statements.add(failing(
                    sqlite.text("foreign keys are enforced, so table " + table.name()
                            + " cannot be made anew in a transaction that is open already"),
                    "pragma_foreign_keys WHERE foreign_keys = 1"));
        }
        statements.add("PRAGMA legacy_alter_table = ON");
        return statements;
    }

    /** Looks for rows that break a foreign key, where a new key or type can have made such. */
    @Override
    protected List<String> end(Table before, Table after, Schema state) {
        Set<Name> doubtful = new LinkedHashSet<>();
        for (ForeignKey key : after.constraints(ForeignKey.class)) {
            if (!before.constraints().contains(key) || isRetyped(key.columns(), before, after)) {
                doubtful.add(after.name());
            }
        }
        state.references(after.name())
                .filter(reference -> isRetyped(reference.key().referredColumns(), before, after))
                .forEach(reference -> doubtful.add(reference.table()));
        List<String> statements = new ArrayList<>(List.of("PRAGMA legacy_alter_table = OFF"));
        statements.addAll(numbers(before, after));
        for (Name table : doubtful) {
            String schema = table.schema() == null ? "" : ", " + sqlite.text(table.schema());
            statements.add(failing(
                    "'row ' || coalesce(rowid, '?') || ' of ' || \"table\" || ' points at no row of ' || parent",
                    "pragma_foreign_key_check(" + sqlite.text(table.value()) + schema + ")"));
        }
        return statements;
    }

    /** A query that fails with a text if it finds any row: there is no other way to say that something is wrong. */
    private static String failing(String text, String from) {
        return "SELECT json_extract('{}', " + text + ") FROM " + from + " LIMIT 1";
    }

    private static boolean isRetyped(Collection<String> columns, Table before, Table after) {
        return columns.stream().anyMatch(name -> {
            Optional<Column> was = before.column(name);
            return was.isEmpty()
                    || !was.get().type().equals(after.column(name).orElseThrow().type());
        });
    }

    /** The number behind the greatest comes by itself. */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        return List.of();
    }

    /**
     * A value follows the kind of its new column by itself where nothing of it is lost, and stays as it is where not
     * (https://www.sqlite.org/datatype3.html#type_affinity); a cast would make 2020 of {@code '2020-01-01'}.
     */
    @Override
    protected String converted(Column from, Column to) {
        boolean cut = kind(from).filter(FRACTIONS::contains).isPresent()
                && kind(to).filter(Sqlite.WHOLE::contains).isPresent();
        String old = sqlite.quote(from.name());
        return cut ? "CAST(" + old + " AS INTEGER)" : old;
    }

    /** Looks for values that did not become numbers though their column is one of numbers now. */
    private List<String> numbers(Table before, Table after) {
        List<String> statements = new ArrayList<>();
        for (Column column : after.columns()) {
            boolean was = before.column(column.name())
                    .filter(old -> old.computed().isEmpty() && !isNumber(old))
                    .isPresent();
            if (was && isNumber(column) && column.computed().isEmpty()) {
                String name = sqlite.quote(column.name());
                statements.add(failing(
                        sqlite.text("column " + column.name() + " of " + after.name() + " holds what is no number: ")
                                + " || " + name,
                        sqlite.name(after.name()) + " WHERE typeof(" + name + ") NOT IN ('integer', 'real', 'null')"));
            }
        }
        return statements;
    }

    private boolean isNumber(Column column) {
        return kind(column)
                .filter(kind -> kind == Kind.BOOL || Sqlite.WHOLE.contains(kind) || FRACTIONS.contains(kind))
                .isPresent();
    }

    @Override
    protected Table shell(Table after) {
        SqliteTables.requireNumbered(after);
        return after;
    }
}
