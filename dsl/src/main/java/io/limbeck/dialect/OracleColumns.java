package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.Change;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Oracle's changes of columns: MODIFY says one aspect at a time and only what changes, since saying what holds already
 * is an error (ORA-01442, ORA-01451); where a type cannot become another in place, a new column takes the old one's.
 */
final class OracleColumns {

    private static final String NEW = "__new";

    private final Oracle oracle;
    private final OracleTables tables;
    private final OracleTypes types;

    OracleColumns(Oracle oracle, OracleTables tables) {
        this.oracle = oracle;
        this.tables = tables;
        this.types = new OracleTypes(oracle);
    }

    /** Whether only a new table can do it: no column becomes an identity or a computed one, or ceases to be the latter. */
    boolean needRebuild(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        Optional<Identity> identity = known.flatMap(Column::identity);
        boolean computed = known.flatMap(Column::computed).isPresent();
        return operation.identity().to().isPresent() && identity.isEmpty()
                || operation.computed().asked()
                        && !(computed && operation.computed().to().isPresent())
                || identity.isPresent()
                        && operation.type().isPresent()
                        && !types.inPlace(known.get().type(), operation.type().get());
    }

    List<String> alter(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        Steps steps = new Steps(oracle, before);
        boolean retyped = operation.type().isPresent()
                && !known.map(column ->
                                types.same(column.type(), operation.type().get()))
                        .orElse(false);
        boolean inPlace = operation.using().isEmpty()
                && known.map(column ->
                                types.inPlace(column.type(), operation.type().orElse(column.type())))
                        .orElse(true);
        if (retyped && !inPlace || operation.using().isPresent()) {
            replaced(operation, known, before, steps);
        } else {
            if (retyped) {
                retyped(operation, known, before, steps);
            }
            computed(operation, known, steps);
            nullability(operation, known, steps);
            defaults(operation, before, steps);
            identity(operation, known, before, steps);
        }
        steps.meaning(state -> state.known(operation.table()).isEmpty() || known.isEmpty()
                ? state
                : state.with(state.known(operation.table())
                        .orElseThrow()
                        .changing(
                                operation.column(),
                                column -> operation.changed(column).named(operation.column()))));
        if (operation.comment().asked()) {
            steps.then("COMMENT ON COLUMN " + oracle.name(operation.table()) + "." + oracle.quote(operation.column())
                    + " IS " + oracle.comment(operation.comment().to()));
        }
        operation.rename().ifPresent(to -> steps.then(new RenameColumn(operation.table(), operation.column(), to)));
        return steps.statements();
    }

    private String modify(AlterColumn operation, String aspect) {
        return tables.alter(operation.table()) + "MODIFY (" + oracle.quote(operation.column()) + " " + aspect + ")";
    }

    /** A new type in place; indexes on expressions over the column are made anew (ORA-30556). */
    private void retyped(AlterColumn operation, Optional<Column> known, Schema before, Steps steps) {
        Name table = operation.table();
        String column = operation.column();
        InTheWay.refuseComputed(oracle, before, table, column, "change its type");
        List<Index> indexes = before.known(table)
                .map(each -> OracleTables.expressionIndexes(each, column))
                .orElse(List.of());
        indexes.forEach(index -> steps.then(new DropIndex(table, index.name(), false, false)));
        known.flatMap(was -> oracle.guardCheck(table, was)).ifPresent(check -> steps.then(tables.drop(table, check)));
        String word = oracle.type(operation.type().orElseThrow());
        if (!known.map(was -> oracle.type(was.type()).equals(word)).orElse(false)) {
            steps.then(modify(operation, word));
        }
        Column changed = Column.of(column, operation.type().orElseThrow());
        oracle.guardCheck(table, changed).ifPresent(check -> steps.then(tables.add(table, check)));
        indexes.forEach(index -> steps.then(new CreateIndex(table, index, false, false)));
    }

    /** The expression of a virtual column can change; a column cannot become one or cease to be one. */
    private void computed(AlterColumn operation, Optional<Column> known, Steps steps) {
        if (!operation.computed().asked()) {
            return;
        }
        String definition = oracle.plainDefinition(
                Column.of(operation.column(), known.orElseThrow().type())
                        .computed(operation.computed().to()));
        steps.then(modify(operation, definition.substring(definition.indexOf("GENERATED"))));
    }

    private void nullability(AlterColumn operation, Optional<Column> known, Steps steps) {
        operation
                .nullable()
                .filter(may -> known.map(column -> column.nullable() != may).orElse(true))
                .ifPresent(may -> {
                    String sql = modify(operation, may ? "NULL" : "NOT NULL");
                    steps.then(
                            known.isPresent()
                                    ? sql
                                    : OracleBlock.ignoring(
                                            sql, may ? OracleBlock.NULL_ALREADY : OracleBlock.NOT_NULL_ALREADY));
                });
    }

    private void defaults(AlterColumn operation, Schema before, Steps steps) {
        operation.before(before).map(operation::changed).ifPresent(new OracleEmptyStrings()::requireDefault);
        operation.defaults(oracle, before, "").stream()
                .map(words -> words.startsWith("SET ") ? words.substring("SET ".length()) : "DEFAULT NULL")
                .forEach(aspect -> steps.then(modify(operation, aspect)));
    }

    /** With its generator a column loses NOT NULL, if that is not its key's too. */
    private void identity(AlterColumn operation, Optional<Column> known, Schema before, Steps steps) {
        Change<Identity> change = operation.identity();
        if (!change.asked()) {
            return;
        }
        if (change.to().isEmpty()) {
            steps.then(modify(operation, "DROP IDENTITY"));
            if (operation.nullable().isEmpty() && !known.map(Column::nullable).orElse(true)) {
                steps.then(OracleBlock.ignoring(modify(operation, "NOT NULL"), OracleBlock.NOT_NULL_ALREADY));
            }
            return;
        }
        Identity was = known.flatMap(Column::identity).orElseThrow();
        Identity is = change.to().get();
        OracleSequences.requireEnd(is.cycle(), is.increment(), is.min(), is.max());
        steps.then(modify(operation, changed(was, is)));
    }

    /** Every option is said, those that fall back to what they usually are too; the start only where it moves. */
    private String changed(Identity was, Identity is) {
        Identity wanted = new Identity(
                is.always(),
                is.start().filter(start -> !is.start().equals(was.start())),
                is.increment().or(() -> was.increment().map(step -> 1L)),
                is.min(),
                is.max(),
                is.cycle().or(() -> was.cycle().map(cycle -> false)),
                is.cache().or(() -> was.cache().map(size -> 20L)));
        String clause = oracle.identityClause(wanted);
        String ends = (was.min().isPresent() && is.min().isEmpty() ? " NOMINVALUE" : "")
                + (was.max().isPresent() && is.max().isEmpty() ? " NOMAXVALUE" : "");
        if (ends.isEmpty()) {
            return clause;
        }
        return clause.endsWith(")")
                ? clause.substring(0, clause.length() - 1) + ends + ")"
                : clause + " (" + ends.strip() + ")";
    }

    /** A new column in place of the old one, with everything that hangs on it. */
    private void replaced(AlterColumn operation, Optional<Column> before, Schema schema, Steps steps) {
        Name name = operation.table();
        String old = operation.column();
        Column known = before.orElseThrow(() -> new Refusal(
                "unknown-column",
                old,
                "what column '" + old + "' of table '" + name + "' is now is not known from the history",
                "Say it: existing: [type: …, nullable: …, default: …]."));
        InTheWay.refuseComputed(oracle, schema, name, old, "change its type");
        Table table = schema.known(name).orElseGet(() -> Table.of(name, List.of(known)));
        Column changed = operation.changed(known).named(old);
        List<Index> indexes =
                table.indexes().stream().filter(index -> index.names(old)).toList();
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> constraint.names(old))
                .sorted(Comparator.comparing(constraint -> !(constraint instanceof ForeignKey)))
                .toList();
        List<Schema.Reference> references = schema.references(name)
                .filter(reference -> reference.key().referredColumns().contains(old))
                .toList();
        refuseOtherType(known.type(), changed.type(), old, constraints, references);

        references.forEach(
                each -> steps.then(new DropConstraint(each.table(), each.key().name(), false, false)));
        constraints.forEach(each -> steps.then(new DropConstraint(name, each.name(), false, false)));
        indexes.forEach(each -> steps.then(new DropIndex(name, each.name(), false, false)));
        Column fresh = changed.named(old + NEW).nullable(true);
        oracle.guardCheck(name, known).ifPresent(check -> steps.then(tables.drop(name, check)));
        steps.then(tables.alter(name) + "ADD " + oracle.plainDefinition(fresh))
                .then("UPDATE " + oracle.name(name) + " SET " + oracle.quote(fresh.name()) + " = "
                        + operation.using().orElseGet(() -> types.converted(known, changed)))
                .then(tables.alter(name) + "DROP COLUMN " + oracle.quote(old))
                .then(tables.alter(name) + "RENAME COLUMN " + oracle.quote(fresh.name()) + " TO " + oracle.quote(old));
        if (!changed.nullable()) {
            steps.then(modify(operation, "NOT NULL"));
        }
        oracle.guardCheck(name, changed).ifPresent(check -> steps.then(tables.add(name, check)));
        steps.meaning(state -> state.known(name)
                .map(each -> state.with(each.changing(old, column -> changed)))
                .orElse(state));
        indexes.forEach(each -> steps.then(new CreateIndex(name, each, false, false)));
        constraints.stream()
                .sorted(Comparator.comparing(ForeignKey.class::isInstance))
                .forEach(each -> steps.then(new AddConstraint(name, each)));
        references.forEach(each -> steps.then(new AddConstraint(each.table(), each.key())));
        if (!operation.comment().asked()) {
            known.comment()
                    .ifPresent(text -> steps.then("COMMENT ON COLUMN " + oracle.name(name) + "." + oracle.quote(old)
                            + " IS " + oracle.comment(Optional.of(text))));
        }
    }

    /** Both sides of a foreign key are of one type (ORA-02267). */
    private void refuseOtherType(
            Type from, Type to, String column, List<Constraint> constraints, List<Schema.Reference> references) {
        Optional<String> key = references.stream()
                .map(reference -> reference.key().name())
                .findFirst()
                .or(() -> constraints.stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(Constraint::name)
                        .findFirst());
        if (key.isPresent() && !types.word(from).equals(types.word(to))) {
            throw new Refusal(
                    "still-referenced",
                    column,
                    "oracle wants both sides of a foreign key to be of one type, and '" + key.get() + "' ties column '"
                            + column + "' to another",
                    "Drop '" + key.get() + "' first, change both columns, and add it again.");
        }
    }
}
