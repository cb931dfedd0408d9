package io.limbeck.dialect;

import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropPrimaryKey;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameIndex;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** InnoDB's wording of changes to constraints and indexes, which are dropped each by its kind. */
final class InnoDbKeys {

    private final InnoDb innoDb;

    InnoDbKeys(InnoDb innoDb) {
        this.innoDb = innoDb;
    }

    // ---- constraints

    List<String> addConstraint(AddConstraint operation, Schema before) {
        Optional<Table> known = before.known(operation.table());
        known.ifPresent(own -> AddConstraint.requireKeys(innoDb, List.of(operation.constraint()), own, before));
        operation.apply(before).known(operation.table()).ifPresent(new InnoDbCounters(innoDb)::requireApart);
        Clauses clauses = new Clauses(innoDb, operation.table());
        ownChanges(clauses, operation, operation.table(), before);
        return clauses.then("ADD " + innoDb.constraintDefinition(operation.constraint()))
                .statements();
    }

    /** What a constraint is decides how it is dropped; {@code DROP CONSTRAINT} does for what the history has not made. */
    List<String> dropConstraint(DropConstraint operation, Schema before) {
        Name table = operation.table();
        Optional<Constraint> known = before.known(table).flatMap(each -> each.constraint(operation.constraint()));
        Steps steps = new Steps(innoDb, before);
        if (operation.cascade()) {
            known.ifPresent(key -> before.resting(table, key)
                    .forEach(reference -> steps.then(new DropConstraint(
                            reference.table(), reference.key().name(), false, false))));
        }
        boolean named = known.filter(PrimaryKey.class::isInstance).isEmpty();
        boolean guard = operation.ifExists() && named;
        Clauses clauses = new Clauses(innoDb, table);
        ownChanges(clauses, new DropConstraint(table, operation.constraint(), true, true), table, before);
        clauses.then(known.map(each -> drop(each, guard && innoDb.guardsNatively()))
                .orElseGet(() -> "DROP CONSTRAINT " + (guard && innoDb.guardsNatively() ? "IF EXISTS " : "")
                        + innoDb.quote(operation.constraint())));
        List<String> statements = clauses.statements();
        return steps.then(
                        guard && !innoDb.guardsNatively()
                                ? Conditional.ifConstraint(innoDb, table, operation.constraint(), statements)
                                : statements)
                .statements();
    }

    /** Shape: {@code DROP FOREIGN KEY fk_account_owner_id_person} */
    String drop(Constraint constraint, boolean ifExists) {
        if (constraint instanceof PrimaryKey) {
            return "DROP PRIMARY KEY";
        }
        String kind = constraint instanceof ForeignKey
                ? "FOREIGN KEY "
                : constraint instanceof Unique ? "INDEX " : "CONSTRAINT ";
        return "DROP " + kind + (ifExists ? "IF EXISTS " : "") + innoDb.quote(constraint.name());
    }

    /** A primary key needs no name to be dropped. */
    List<String> dropPrimaryKey(DropPrimaryKey operation, Schema before) {
        return before.known(operation.table())
                .flatMap(Table::primaryKey)
                .map(key -> innoDb.render(new DropConstraint(operation.table(), key.name(), false, false), before))
                .orElseGet(() -> new Clauses(innoDb, operation.table())
                        .then("DROP PRIMARY KEY")
                        .statements());
    }

    // ---- indexes

    List<String> createIndex(CreateIndex operation, Schema before) {
        Name table = operation.table();
        Index index = operation.index();
        InnoDbIndexes.require(innoDb, before.known(table), index);
        List<String> statements = new ArrayList<>();
        String create = innoDb.createIndex(table, index, operation.concurrently(), operation.ifNotExists());
        statements.addAll(
                operation.ifNotExists() && !innoDb.guardsNatively()
                        ? Conditional.unlessIndex(innoDb, table, index.name(), create)
                        : List.of(create));
        was(table, before).stream()
                .filter(own -> !is(operation, table, before).contains(own))
                .forEach(own -> statements.add("DROP INDEX " + innoDb.quote(own.name()) + " ON " + innoDb.name(table)));
        return statements;
    }

    /** What rests on the index gets one of its own first, since the server drops none that a foreign key needs (1553). */
    List<String> dropIndex(DropIndex operation, Schema before) {
        Name table = operation.table();
        List<String> statements = new ArrayList<>();
        is(operation, table, before).stream()
                .filter(own -> !was(table, before).contains(own))
                .forEach(own -> statements.add(innoDb.createIndex(table, own, operation.concurrently(), false)));
        String drop = dropIndex(operation);
        statements.addAll(
                operation.ifExists() && !innoDb.guardsNatively()
                        ? Conditional.ifIndex(innoDb, table, operation.index(), drop)
                        : List.of(drop));
        return statements;
    }

    private String dropIndex(DropIndex operation) {
        String name =
                (operation.ifExists() && innoDb.guardsNatively() ? "IF EXISTS " : "") + innoDb.quote(operation.index());
        String table = innoDb.name(operation.table());
        return operation.concurrently()
                ? "ALTER TABLE " + table + " DROP INDEX " + name + ", ALGORITHM=INPLACE, LOCK=NONE"
                : "DROP INDEX " + name + " ON " + table;
    }

    List<String> renameIndex(RenameIndex operation, Schema before) {
        return new Clauses(innoDb, operation.table())
                .then("RENAME INDEX " + innoDb.quote(operation.index()) + " TO " + innoDb.quote(operation.to()))
                .statements();
    }

    // ---- the indexes that no script asked for

    /** Makes the indexes that a table needs from now on, and drops those it needs no longer. */
    void ownChanges(Clauses clauses, Operation operation, Name table, Schema before) {
        List<Index> was = was(table, before);
        List<Index> is = is(operation, table, before);
        is.stream()
                .filter(index -> !was.contains(index))
                .forEach(index -> clauses.then("ADD " + InnoDbIndexes.definition(innoDb, index)));
        was.stream()
                .filter(index -> !is.contains(index))
                .forEach(index -> clauses.then("DROP INDEX " + innoDb.quote(index.name())));
    }

    private List<Index> was(Name table, Schema before) {
        return before.known(table)
                .map(known -> InnoDbIndexes.own(known, innoDb.dialect()))
                .orElse(List.of());
    }

    private List<Index> is(Operation operation, Name table, Schema before) {
        return was(table, operation.apply(before));
    }
}
