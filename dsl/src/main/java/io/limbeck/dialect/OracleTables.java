package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.operation.ValidateConstraint;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Oracle's wording of changes to tables and constraints (Database SQL Language Reference, "ALTER TABLE"). */
final class OracleTables {

    private final Oracle oracle;

    OracleTables(Oracle oracle) {
        this.oracle = oracle;
    }

    // ---- tables

    List<String> createTable(CreateTable operation, Schema before) {
        Table table = operation.table();
        table.constraints().forEach(constraint -> requireKeyTypes(constraint, table));
        return !operation.ifNotExists() || oracle.knowsIfExists()
                ? operation.standardSql(oracle, before)
                : new CreateTable(table, false)
                        .standardSql(oracle, before).stream()
                                .map(sql -> sql.startsWith("COMMENT") ? sql : OracleBlock.making(sql))
                                .toList();
    }

    List<String> dropTable(DropTable operation, Schema before) {
        boolean guarded = operation.ifExists() && !oracle.knowsIfExists();
        String sql = new DropTable(operation.table(), operation.ifExists() && !guarded, false)
                        .standardSql(oracle, before)
                        .get(0)
                + (operation.cascade() ? " CASCADE CONSTRAINTS" : "");
        return List.of(guarded ? OracleBlock.ignoring(sql, OracleBlock.NO_TABLE) : sql);
    }

    List<String> dropView(DropView operation, Schema before) {
        return !operation.ifExists() || oracle.knowsIfExists()
                ? operation.standardSql(oracle, before)
                : OracleBlock.ignoring(
                        new DropView(operation.view(), false).standardSql(oracle, before),
                        OracleBlock.NO_TABLE,
                        OracleBlock.NO_MATERIALIZED_VIEW);
    }

    /** The names of the checks that guard types go along. */
    List<String> renameTable(RenameTable operation, Schema before) {
        List<String> statements = new ArrayList<>(operation.standardSql(oracle, before));
        Name renamed = operation.table().sibling(operation.to());
        before.known(operation.table()).stream()
                .flatMap(table -> table.columns().stream())
                .forEach(column -> oracle.guardCheck(operation.table(), column)
                        .ifPresent(was -> oracle.guardCheck(renamed, column)
                                .filter(is -> !is.name().equals(was.name()))
                                .ifPresent(is -> statements.add(renameConstraint(renamed, was, is)))));
        return statements;
    }

    private String renameConstraint(Name table, Constraint was, Constraint is) {
        return alter(table) + "RENAME CONSTRAINT " + oracle.quote(was.name()) + " TO " + oracle.quote(is.name());
    }

    // ---- columns

    List<String> addColumn(AddColumn operation, Schema before) {
        if (!operation.ifNotExists()) {
            return operation.standardSql(oracle, before);
        }
        AddColumn plain = new AddColumn(
                operation.table(),
                operation.column(),
                operation.constraints(),
                operation.indexes(),
                operation.after(),
                operation.first(),
                false);
        return plain.standardSql(oracle, before).stream()
                .map(sql -> sql.startsWith("COMMENT") ? sql : OracleBlock.making(sql))
                .toList();
    }

    /** Indexes on expressions go first, since their hidden columns rest on the column. */
    List<String> dropColumn(DropColumn operation, Schema before) {
        Steps steps = new Steps(oracle, before);
        before.known(operation.table())
                .ifPresent(table -> expressionIndexes(table, operation.column())
                        .forEach(index -> steps.then(new DropIndex(table.name(), index.name(), false, false))));
        boolean guarded = operation.ifExists();
        steps.then((Schema state) -> {
            List<String> statements =
                    new DropColumn(operation.table(), operation.column(), false).standardSql(oracle, state);
            return guarded ? OracleBlock.ignoring(statements, OracleBlock.NO_COLUMN) : statements;
        });
        return steps.statements();
    }

    static List<Index> expressionIndexes(Table table, String column) {
        return table.indexes().stream()
                .filter(index -> index.names(column))
                .filter(index -> index.parts().stream().anyMatch(IndexPart::expression))
                .toList();
    }

    /** Checks and indexes follow the new name by themselves; a computed column is in the way (ORA-54032). */
    List<String> renameColumn(RenameColumn operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseComputed(oracle, before, table, operation.column(), "rename it");
        List<String> statements = new ArrayList<>(operation.standardSql(oracle, before));
        before.known(table)
                .flatMap(known -> known.column(operation.column()))
                .ifPresent(column -> oracle.guardCheck(table, column)
                        .ifPresent(was -> oracle.guardCheck(table, column.named(operation.to()))
                                .ifPresent(is -> statements.add(renameConstraint(table, was, is)))));
        return statements;
    }

    // ---- constraints

    List<String> addConstraint(AddConstraint operation, Schema before) {
        before.known(operation.table()).ifPresent(table -> requireKeyTypes(operation.constraint(), table));
        return operation.standardSql(oracle, before);
    }

    /** No key has a time zone in it (ORA-02329), though an index may. */
    private void requireKeyTypes(Constraint constraint, Table table) {
        if (!(constraint instanceof PrimaryKey) && !(constraint instanceof Unique)) {
            return;
        }
        for (String name : constraint.columns()) {
            boolean zoned = table.column(name)
                    .map(Column::type)
                    .filter(type -> type.in("oracle") instanceof Scalar scalar && scalar.kind() == Kind.TIMESTAMPTZ)
                    .isPresent();
            if (zoned) {
                throw new Refusal(
                        "unsupported",
                        name,
                        "oracle makes no key of a timestamp with a time zone, which column '" + name + "' is",
                        "Make a unique index on it instead.");
            }
        }
    }

    /** A key leaves the index alone that was there before it. */
    List<String> dropConstraint(DropConstraint operation, Schema before) {
        Optional<Constraint> keeping = before.known(operation.table())
                .flatMap(table -> table.constraint(operation.constraint())
                        .filter(key -> OracleIndexes.taken(table, key).isPresent()));
        List<String> statements = keeping.map(key -> List.of(alter(operation.table()) + "DROP "
                        + (key instanceof PrimaryKey
                                ? "PRIMARY KEY"
                                : "UNIQUE (" + oracle.quoteAll(key.columns()) + ")")
                        + (operation.cascade() ? " CASCADE" : "") + " KEEP INDEX"))
                .orElseGet(
                        () -> new DropConstraint(operation.table(), operation.constraint(), false, operation.cascade())
                                .standardSql(oracle, before));
        return operation.ifExists() ? OracleBlock.ignoring(statements, OracleBlock.NO_CONSTRAINT) : statements;
    }

    List<String> validateConstraint(ValidateConstraint operation, Schema before) {
        return List.of(alter(operation.table()) + "ENABLE VALIDATE CONSTRAINT " + oracle.quote(operation.constraint()));
    }

    // ---- words

    String alter(Name table) {
        return "ALTER TABLE " + oracle.name(table) + " ";
    }

    String add(Name table, Check check) {
        return alter(table) + "ADD " + oracle.constraintDefinition(check);
    }

    String drop(Name table, Check check) {
        return alter(table) + "DROP CONSTRAINT " + oracle.quote(check.name());
    }
}
