package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropPrimaryKey;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.type.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What SQLite changes in place: it renames, adds a column that needs no look at the rows, and drops one that nothing
 * speaks of (https://www.sqlite.org/lang_altertable.html).
 */
final class SqliteTables {

    private final Sqlite sqlite;

    SqliteTables(Sqlite sqlite) {
        this.sqlite = sqlite;
    }

    boolean needRebuild(Operation operation, Schema before) {
        if (!(operation instanceof TableChange change) || changesNothing(operation, change.table(), before)) {
            return false;
        }
        if (operation instanceof AddColumn add) {
            return !isAddedInPlace(add);
        }
        if (operation instanceof DropColumn drop) {
            return before.known(drop.table())
                    .filter(table -> !isDroppedInPlace(table, drop.column()))
                    .isPresent();
        }
        if (operation instanceof AlterColumn alter) {
            return !isAlteredInPlace(alter);
        }
        if (operation instanceof AddConstraint add) {
            return !(sqlite.altersChecks() && add.constraint() instanceof Check);
        }
        if (operation instanceof DropConstraint drop) {
            boolean check = before.known(drop.table())
                    .flatMap(table -> table.constraint(drop.constraint()))
                    .filter(Check.class::isInstance)
                    .isPresent();
            return !(sqlite.altersChecks() && check);
        }
        return operation instanceof DropPrimaryKey;
    }

    private static boolean changesNothing(Operation operation, Name table, Schema before) {
        return before.known(table).isPresent()
                && operation.apply(before).known(table).equals(before.known(table));
    }

    /** Rows that are there get the default without being written, so it must be a constant; keys would need an index. */
    private static boolean isAddedInPlace(AddColumn add) {
        Column column = add.column();
        boolean constant =
                column.defaultValue().map(value -> value instanceof Literal).orElse(true);
        boolean filled = column.nullable()
                || column.defaultValue()
                        .filter(value -> !Literal.NULL.equals(value))
                        .isPresent();
        return !add.first()
                && add.after().isEmpty()
                && column.identity().isEmpty()
                && column.computed().isEmpty()
                && constant
                && filled
                && add.constraints().stream()
                        .allMatch(rule -> rule instanceof Check
                                || rule instanceof ForeignKey
                                        && column.defaultValue().isEmpty());
    }

    private static boolean isDroppedInPlace(Table table, String column) {
        return table.constraints().stream().noneMatch(rule -> rule.names(column))
                && table.columns().stream()
                        .noneMatch(each -> each.computed()
                                .filter(rule -> each.name().equals(column) || SqlText.names(rule.expression(), column))
                                .isPresent());
    }

    private boolean isAlteredInPlace(AlterColumn alter) {
        boolean other = alter.type().isPresent()
                || alter.defaultValue().asked()
                || alter.identity().asked()
                || alter.computed().asked();
        return !other && (alter.nullable().isEmpty() || sqlite.altersChecks());
    }

    // ---- the words

    List<String> createTable(CreateTable operation, Schema before) {
        requireNumbered(operation.table());
        requireDistinct(operation.table());
        requireOneDatabase(operation.table().name(), operation.table().constraints());
        return operation.standardSql(sqlite, before);
    }

    /** Only a column that is the whole primary key stands for the row's number. */
    static void requireNumbered(Table table) {
        table.columns().stream()
                .filter(column -> column.identity().isPresent())
                .filter(column -> table.primaryKey()
                        .filter(key -> key.columns().equals(List.of(column.name())))
                        .isEmpty())
                .findFirst()
                .ifPresent(column -> {
                    throw new Refusal(
                            "unsupported",
                            column.name(),
                            "sqlite numbers rows by their primary key alone, and the identity column '" + column.name()
                                    + "' is not the primary key of table '" + table.name() + "'",
                            "Make it the primary key, or no identity.");
                });
    }

    /** Case makes no difference to names, quoted or not (https://www.sqlite.org/lang_keywords.html). */
    static void requireDistinct(Table table) {
        Set<String> names = new HashSet<>();
        for (String name : table.columnNames()) {
            if (!names.add(folded(name))) {
                throw new Refusal(
                        "name-taken",
                        name,
                        "sqlite tells no upper from lower case in names, and table '" + table.name()
                                + "' has a column '" + name + "' twice",
                        "Give one of them another name there.");
            }
        }
    }

    static String folded(String name) {
        return name.chars()
                .map(letter -> letter < 128 ? Character.toLowerCase(letter) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void requireOneDatabase(Name table, List<Constraint> constraints) {
        constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(key ->
                        !key.referred().equals(table.sibling(key.referred().value())))
                .findFirst()
                .ifPresent(key -> {
                    throw new Refusal(
                            "unsupported",
                            key.referred().value(),
                            "sqlite has no foreign keys between databases, and '" + key.name() + "' points from '"
                                    + table + "' to '" + key.referred() + "'",
                            "Keep both tables in one schema, or leave the foreign key out there.");
                });
    }

    List<String> addColumn(AddColumn operation, Schema before) {
        if (operation.ifNotExists()) {
            throw new Refusal(
                    "unsupported",
                    "ifNotExists",
                    "sqlite cannot do 'ifNotExists' of a column",
                    "Leave it out; the history knows what exists.");
        }
        Name table = operation.table();
        requireOneDatabase(table, operation.constraints());
        Column column = operation.column();
        StringBuilder definition = new StringBuilder(sqlite.columnDefinition(table, column));
        for (Constraint rule : operation.constraints()) {
            String words = sqlite.constraintDefinition(rule);
            definition.append(' ').append(words.replace("FOREIGN KEY (" + sqlite.quote(column.name()) + ") ", ""));
        }
        if (column.comment().isPresent()) {
            sqlite.require(Feature.COMMENTS);
        }
        before.known(table).ifPresent(known -> requireDistinct(known.plus(column)));
        Steps steps = new Steps(sqlite, before);
        steps.then("ALTER TABLE " + sqlite.name(table) + " ADD COLUMN " + definition)
                .meaning(state -> new AddColumn(
                                table, column, operation.constraints(), List.of(), Optional.empty(), false, false)
                        .apply(state));
        operation.indexes().forEach(index -> steps.then(new CreateIndex(table, index, false, false)));
        return steps.statements();
    }

    List<String> dropColumn(DropColumn operation, Schema before) {
        if (operation.ifExists()) {
            throw new Refusal(
                    "unsupported",
                    "ifExists",
                    "sqlite cannot do 'ifExists' of a column",
                    "Leave it out; the history knows what exists.");
        }
        Steps steps = new Steps(sqlite, before);
        before.known(operation.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> index.names(operation.column()))
                .forEach(index -> steps.then(new DropIndex(operation.table(), index.name(), false, false)));
        return steps.then("ALTER TABLE " + sqlite.name(operation.table()) + " DROP COLUMN "
                        + sqlite.quote(operation.column()))
                .statements();
    }

    List<String> alterColumn(AlterColumn operation, Schema before) {
        String alter =
                "ALTER TABLE " + sqlite.name(operation.table()) + " ALTER COLUMN " + sqlite.quote(operation.column());
        Steps steps = new Steps(sqlite, before);
        return steps.then(operation.nullability(alter + " "))
                .then(operation.renaming(sqlite, before))
                .then(operation.comments(sqlite))
                .statements();
    }

    List<String> addConstraint(AddConstraint operation, Schema before) {
        List<String> statements = operation.standardSql(sqlite, before);
        requireInPlace(operation, before);
        return statements;
    }

    List<String> dropConstraint(DropConstraint operation, Schema before) {
        if (changesNothing(operation, operation.table(), before) && !before.mayExist(operation.constraint())) {
            return List.of();
        }
        requireInPlace(operation, before);
        return operation.standardSql(sqlite, before);
    }

    private void requireInPlace(Operation operation, Schema before) {
        if (needRebuild(operation, before)) {
            throw new Refusal("needs-rebuild", null, "sqlite cannot do this without making the table anew", null);
        }
    }

    /** An index has no other way to a new name than to be made again. */
    List<String> renameIndex(RenameIndex operation, Schema before) {
        Name table = operation.table();
        Index index = before.known(table)
                .flatMap(known -> known.index(operation.index()))
                .orElseThrow(() -> new Refusal(
                        "unknown-index",
                        operation.index(),
                        "sqlite makes an index anew to rename it, and how to make '" + operation.index()
                                + "' is not known from the history",
                        "Drop it and create it under its new name."));
        return new Steps(sqlite, before)
                .then(new DropIndex(table, index.name(), false, false))
                .then(new CreateIndex(table, index.named(operation.to()), false, false))
                .statements();
    }
}
