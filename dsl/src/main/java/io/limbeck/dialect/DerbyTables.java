package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derby's wording of changes to tables, which it lets do less than others, and of the indexes it silently shares. */
final class DerbyTables {

    private final Derby derby;

    DerbyTables(Derby derby) {
        this.derby = derby;
    }

    // ---- indexes and the keys that may serve them

    List<String> createIndex(CreateIndex operation, Schema before) {
        List<String> statements = operation.standardSql(derby, before);
        return before.known(operation.table()).isEmpty()
                ? statements
                : around(operation, operation.table(), List.of(), before);
    }

    List<String> dropIndex(DropIndex operation, Schema before) {
        List<String> statements = operation.standardSql(derby, before);
        boolean known = before.known(operation.table())
                .flatMap(table -> table.index(operation.index()))
                .isPresent();
        return known ? around(operation, operation.table(), List.of(), before) : statements;
    }

    List<String> addConstraint(AddConstraint operation, Schema before) {
        return around(operation, operation.table(), operation.standardSql(derby, before), before);
    }

    List<String> dropConstraint(DropConstraint operation, Schema before) {
        return around(operation, operation.table(), operation.standardSql(derby, before), before);
    }

    /** The statements, after dropping indexes that are served from now on, and before making those that no longer are. */
    private List<String> around(Operation operation, Name table, List<String> statements, Schema before) {
        List<Index> was = before.known(table).map(DerbyIndexes::built).orElse(List.of());
        List<Index> is =
                operation.apply(before).known(table).map(DerbyIndexes::built).orElse(List.of());
        List<String> all = new ArrayList<>();
        was.stream()
                .filter(index -> !is.contains(index))
                .forEach(index -> all.add("DROP INDEX " + derby.name(table.sibling(index.name()))));
        all.addAll(statements);
        is.stream()
                .filter(index -> !was.contains(index))
                .forEach(index -> all.add(derby.createIndex(table, index, false, false)));
        return all;
    }

    /** {@code RENAME INDEX} knows the current schema alone (Derby Reference Manual, "RENAME INDEX statement"). */
    List<String> renameIndex(RenameIndex operation, Schema before) {
        Optional<Table> known = before.known(operation.table());
        Optional<Index> index = known.flatMap(table -> table.index(operation.index()));
        if (index.isPresent() && !DerbyIndexes.built(known.orElseThrow()).contains(index.get())) {
            return List.of();
        }
        Name name = operation.table().sibling(operation.index());
        if (name.schema() == null) {
            return List.of("RENAME INDEX " + derby.name(name) + " TO " + derby.quote(operation.to()));
        }
        Index moved = index.orElseThrow(() -> new Refusal(
                "unsupported",
                "schema",
                "derby renames no index of another schema, and how to make '" + name + "' anew is not known",
                "Drop it and create it under its new name."));
        return List.of(
                "DROP INDEX " + derby.name(name),
                derby.createIndex(operation.table(), moved.named(operation.to()), false, false));
    }

    // ---- columns

    /** NOT NULL comes after the column, since Derby takes it along with a default only, be the table empty or not. */
    List<String> addColumn(AddColumn operation, Schema before) {
        Column column = operation.column();
        boolean late = !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.computed().isEmpty();
        Steps steps = new Steps(derby, before);
        steps.then(operation.alone(column.nullable(column.nullable() || late)).standardSql(derby, before));
        if (late) {
            steps.then(alter(operation.table(), column.name()) + " NOT NULL");
        }
        steps.meaning(operation.alone(column)::apply);
        operation.constraints().forEach(each -> steps.then(new AddConstraint(operation.table(), each)));
        operation.indexes().forEach(each -> steps.then(new CreateIndex(operation.table(), each, false, false)));
        return steps.statements();
    }

    /**
     * Everything that speaks of the column goes first, so that RESTRICT can guard what the history does not know; views
     * are put aside meanwhile, as they keep every column of their tables (X0Y23).
     */
    List<String> dropColumn(DropColumn operation, Schema before) {
        if (operation.ifExists()) {
            derby.require(Feature.IF_EXISTS);
        }
        List<View> views = Rebuild.views(before, operation.table());
        if (!views.isEmpty()) {
            InTheWay.refuseViews(derby, before, operation.table(), operation.column(), "drop a column");
        }
        List<View> backwards = new ArrayList<>(views);
        Collections.reverse(backwards);
        Steps steps = new Steps(derby, before);
        backwards.forEach(view -> steps.then(new DropView(view.name(), false)));
        before.known(operation.table()).ifPresent(table -> free(steps, table, operation.column()));
        steps.then("ALTER TABLE " + derby.name(operation.table()) + " DROP COLUMN " + derby.quote(operation.column())
                + " RESTRICT");
        views.forEach(view -> steps.then(new CreateView(view, false)));
        return steps.statements();
    }

    /** Drops the indexes and constraints of a table that speak of a column. */
    void free(Steps steps, Table table, String column) {
        indexes(table, column).forEach(index -> steps.then(new DropIndex(table.name(), index.name(), false, false)));
        constraints(table, column)
                .forEach(rule -> steps.then(new DropConstraint(table.name(), rule.name(), false, false)));
        table.column(column)
                .flatMap(each -> derby.guardCheck(table.name(), each))
                .ifPresent(check -> steps.then(drop(table.name(), check)));
    }

    static List<Index> indexes(Table table, String column) {
        return table.indexes().stream().filter(index -> index.names(column)).toList();
    }

    /** The constraints that speak of a column, foreign keys first. */
    static List<Constraint> constraints(Table table, String column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.names(column))
                .sorted(Comparator.comparing(constraint -> !(constraint instanceof ForeignKey)))
                .toList();
    }

    /** Checks are put aside meanwhile, since Derby renames nothing that a check speaks of (42Z97). */
    List<String> renameColumn(RenameColumn operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseViews(derby, before, table, operation.column(), "rename a column");
        InTheWay.refuseComputed(derby, before, table, operation.column(), "rename it");
        List<Check> was = checks(before.known(table), Optional.of(operation.column()));
        Schema after = operation.apply(before);
        List<Check> is = checks(after.known(table), Optional.of(operation.to()));
        List<String> statements = new ArrayList<>();
        was.forEach(check -> statements.add(drop(table, check)));
        statements.add("RENAME COLUMN " + derby.name(table) + "." + derby.quote(operation.column()) + " TO "
                + derby.quote(operation.to()));
        is.forEach(check -> statements.add(add(table, check)));
        return statements;
    }

    /** Checks are put aside meanwhile, since Derby renames no table that has one (X0Y25). */
    List<String> renameTable(RenameTable operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseViews(derby, before, table, "", "rename a table");
        Name renamed = table.sibling(operation.to());
        List<String> statements = new ArrayList<>();
        checks(before.known(table), Optional.empty()).forEach(check -> statements.add(drop(table, check)));
        statements.add("RENAME TABLE " + derby.name(table) + " TO " + derby.quote(operation.to()));
        checks(operation.apply(before).known(renamed), Optional.empty())
                .forEach(check -> statements.add(add(renamed, check)));
        return statements;
    }

    /** The checks of a table, those that guard types included; those that speak of a column if one is given. */
    private List<Check> checks(Optional<Table> table, Optional<String> column) {
        return table.stream()
                .flatMap(known -> Stream.concat(
                        known.constraints(Check.class).stream(),
                        known.columns().stream().flatMap(each -> derby.guardCheck(known.name(), each).stream())))
                .filter(check -> column.map(check::names).orElse(true))
                .toList();
    }

    // ---- what stands in the way

    // ---- words

    String alter(Name table, String column) {
        return "ALTER TABLE " + derby.name(table) + " ALTER COLUMN " + derby.quote(column);
    }

    String drop(Name table, Constraint constraint) {
        return "ALTER TABLE " + derby.name(table) + " DROP CONSTRAINT " + derby.quote(constraint.name());
    }

    String add(Name table, Constraint constraint) {
        return "ALTER TABLE " + derby.name(table) + " ADD " + derby.constraintDefinition(constraint);
    }
}
