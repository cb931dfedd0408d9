package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HyperSQL's wording of changes to tables. */
final class HsqldbTables {

    private final Hsqldb hsqldb;

    HsqldbTables(Hsqldb hsqldb) {
        this.hsqldb = hsqldb;
    }

    /** A temporary table loses its rows at each commit unless told to keep them (HyperSQL User Guide, "Temporary Tables"). */
    List<String> createTable(CreateTable operation, Schema before) {
        Table table = operation.table();
        table.constraints().forEach(constraint -> requireDefaults(constraint, Optional.of(table)));
        List<String> statements = operation.standardSql(hsqldb, before);
        boolean keeps = table.temporary() && !table.options().containsKey(hsqldb.dialect());
        return statements.stream()
                .map(sql -> keeps && sql.startsWith("CREATE TEMPORARY TABLE") ? sql + " ON COMMIT PRESERVE ROWS" : sql)
                .toList();
    }

    List<String> renameTable(RenameTable operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseViews(hsqldb, before, table, "", "rename a table");
        Name renamed = table.sibling(operation.to());
        List<String> statements = new ArrayList<>(operation.standardSql(hsqldb, before));
        before.known(table).stream()
                .flatMap(known -> known.columns().stream())
                .forEach(column -> statements.addAll(renamedGuard(table, column, renamed, column)));
        return statements;
    }

    /** A comment cannot be removed, only be empty (HyperSQL User Guide, "Commenting Objects"). */
    List<String> commentTable(CommentTable operation, Schema before) {
        return operation.text().isPresent()
                ? operation.standardSql(hsqldb, before)
                : List.of("COMMENT ON TABLE " + hsqldb.name(operation.table()) + " IS ''");
    }

    /**
     * A new column's place is told by the one behind it (HyperSQL User Guide, "ALTER TABLE … ADD COLUMN"). The guard of
     * its type comes after it, since a column that is NOT NULL takes no other constraint along where the table has a
     * foreign key (42528).
     */
    List<String> addColumn(AddColumn operation, Schema before) {
        Optional<Table> table = before.known(operation.table());
        operation
                .constraints()
                .forEach(constraint -> requireDefaults(constraint, table.map(known -> known.plus(operation.column()))));
        List<String> statements = new ArrayList<>(operation.standardSql(hsqldb, before));
        String add = "ALTER TABLE " + hsqldb.name(operation.table()) + " ADD COLUMN ";
        String place = BeforeColumn.words(hsqldb, operation, before);
        Optional<Check> guard = hsqldb.guardCheck(operation.table(), operation.column());
        String inline =
                guard.map(check -> " " + hsqldb.constraintDefinition(check)).orElse("");
        statements.replaceAll(sql -> sql.startsWith(add) ? sql.replace(inline, "") + place : sql);
        guard.ifPresent(check -> statements.add(add(operation.table(), check)));
        return statements;
    }

    List<String> dropColumn(DropColumn operation, Schema before) {
        if (operation.ifExists()) {
            throw noGuard("a column");
        }
        InTheWay.refuseViews(hsqldb, before, operation.table(), operation.column(), "drop a column");
        List<String> statements = new ArrayList<>();
        guard(before, operation.table(), operation.column())
                .ifPresent(check -> statements.add(drop(operation.table(), check)));
        statements.addAll(operation.standardSql(hsqldb, before));
        return statements;
    }

    List<String> renameColumn(RenameColumn operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseViews(hsqldb, before, table, operation.column(), "rename a column");
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + hsqldb.name(table) + " ALTER COLUMN " + hsqldb.quote(operation.column())
                + " RENAME TO " + hsqldb.quote(operation.to()));
        before.known(table)
                .flatMap(known -> known.column(operation.column()))
                .ifPresent(
                        column -> statements.addAll(renamedGuard(table, column, table, column.named(operation.to()))));
        return statements;
    }

    List<String> addConstraint(AddConstraint operation, Schema before) {
        requireDefaults(operation.constraint(), before.known(operation.table()));
        return operation.standardSql(hsqldb, before);
    }

    List<String> dropConstraint(DropConstraint operation, Schema before) {
        if (operation.ifExists()) {
            throw noGuard("a constraint");
        }
        List<String> statements = new ArrayList<>();
        if (operation.cascade()) {
            before.known(operation.table()).flatMap(table -> table.constraint(operation.constraint())).stream()
                    .flatMap(key -> before.resting(operation.table(), key).stream())
                    .forEach(reference -> statements.add(drop(reference.table(), reference.key())));
        }
        statements.addAll(operation.standardSql(hsqldb, before));
        return statements;
    }

    /** Foreign keys go first, since CASCADE takes them away and leaves their names taken (42504). */
    List<String> dropTable(DropTable operation, Schema before) {
        List<String> statements = new ArrayList<>();
        if (operation.cascade()) {
            before.references(operation.table())
                    .forEach(reference -> statements.add(drop(reference.table(), reference.key())));
        }
        statements.addAll(operation.standardSql(hsqldb, before));
        return statements;
    }

    private static Refusal noGuard(String what) {
        return new Refusal(
                "unsupported",
                "ifExists",
                "hsqldb cannot do 'ifExists' for " + what,
                "Leave it out; the history knows what exists.");
    }

    /** SET DEFAULT needs a default (HyperSQL User Guide, "Constraints"). */
    private static void requireDefaults(Constraint constraint, Optional<Table> table) {
        if (constraint instanceof ForeignKey key
                && (key.onDelete() == ReferentialAction.SET_DEFAULT
                        || key.onUpdate() == ReferentialAction.SET_DEFAULT)) {
            key.columns().stream()
                    .filter(name -> table.flatMap(known -> known.column(name))
                            .filter(column -> column.defaultValue().isEmpty())
                            .isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Refusal(
                                "unsupported",
                                name,
                                "hsqldb wants a default in column '" + name + "' for 'set default'",
                                "Give the column a 'default:', or use 'set null'.");
                    });
        }
    }

    // ---- what stands in the way

    // ---- guards of types

    Optional<Check> guard(Schema before, Name table, String column) {
        return before.known(table)
                .flatMap(known -> known.column(column))
                .flatMap(known -> hsqldb.guardCheck(table, known));
    }

    /** The guard follows the names of its table and column (HyperSQL User Guide, "ALTER CONSTRAINT … RENAME"). */
    private List<String> renamedGuard(Name from, Column old, Name to, Column column) {
        return hsqldb.guardCheck(from, old)
                .map(check -> List.of("ALTER CONSTRAINT " + hsqldb.name(from.sibling(check.name())) + " RENAME TO "
                        + hsqldb.quote(
                                hsqldb.guardCheck(to, column).orElseThrow().name())))
                .orElse(List.of());
    }

    // ---- words

    String drop(Name table, Constraint constraint) {
        return "ALTER TABLE " + hsqldb.name(table) + " DROP CONSTRAINT " + hsqldb.quote(constraint.name());
    }

    String add(Name table, Constraint constraint) {
        return "ALTER TABLE " + hsqldb.name(table) + " ADD " + hsqldb.constraintDefinition(constraint);
    }
}
