package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import io.limbeck.type.Verbatim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** InnoDB's wording of alterColumn: MODIFY or CHANGE with everything that the column is. */
final class InnoDbAlterations {

    private final InnoDb innoDb;
    private final InnoDbColumns columns;
    private final InnoDbKeys keys;

    InnoDbAlterations(InnoDb innoDb, InnoDbColumns columns) {
        this.innoDb = innoDb;
        this.columns = columns;
        this.keys = new InnoDbKeys(innoDb);
    }

    List<String> alterColumn(AlterColumn operation, Schema before) {
        if (operation.using().isPresent()) {
            innoDb.require(Feature.TYPE_CONVERSION);
        }
        Name table = operation.table();
        boolean renames = operation.rename().isPresent();
        if (renames && !redefines(operation)) {
            return innoDb.render(
                    new RenameColumn(
                            table, operation.column(), operation.rename().get()),
                    before);
        }
        Optional<Column> known = operation.before(before);
        if (known.isEmpty()
                && !renames
                && onlyDefault(operation)
                && operation.defaultValue().to().isPresent()) {
            return new Clauses(innoDb, table)
                    .then(setDefault(operation, new Verbatim(""), false))
                    .statements();
        }
        Column was = known.orElseThrow(() -> InnoDbColumns.unknown(table, operation.column()));
        requireComputable(operation, was);
        operation.apply(before).known(table).ifPresent(new InnoDbCounters(innoDb)::requireApart);
        Column is = operation.changed(was);
        new InnoDbCounters(innoDb).requireOne(before.known(table), is.named(operation.column()));
        boolean same = columns.definition(was).equals(columns.definition(is));
        boolean restarts =
                operation.identity().asked() && !InnoDb.start(is.identity()).equals(InnoDb.start(was.identity()));
        if (operation.identity().asked() && same && !renames) {
            Clauses restart = new Clauses(innoDb, table);
            InnoDb.start(is.identity()).filter(number -> restarts).ifPresent(restart::then);
            return restart.statements();
        }
        if (!renames && onlyDefault(operation) && isPlainDefault(operation, was)) {
            return new Clauses(innoDb, table)
                    .then(setDefault(operation, was.type(), was.nullable()))
                    .statements();
        }
        return redefinition(operation, before, was, is, restarts);
    }

    private List<String> redefinition(AlterColumn operation, Schema before, Column was, Column is, boolean restarts) {
        Name table = operation.table();
        Steps steps = new Steps(innoDb, before);
        List<Schema.Reference> aside = aside(operation, before, was, is);
        aside.forEach(reference -> steps.then(new Clauses(innoDb, reference.table())
                .then(keys.drop(reference.key(), false))
                .statements()));
        if (operation.rename().isPresent()) {
            RenameColumn rename = new RenameColumn(
                    table, operation.column(), operation.rename().get());
            steps.then(columns.renaming(
                    rename,
                    steps.state(),
                    "CHANGE COLUMN " + innoDb.quote(operation.column()) + " " + innoDb.columnDefinition(table, is)));
        } else {
            Clauses clauses = new Clauses(innoDb, table);
            keys.ownChanges(clauses, operation, table, steps.state());
            clauses.then("MODIFY COLUMN " + innoDb.columnDefinition(table, is));
            InnoDb.start(is.identity()).filter(number -> restarts).ifPresent(clauses::then);
            steps.then(clauses.statements());
        }
        Schema after = operation.apply(before);
        aside.forEach(reference -> steps.then(new Clauses(innoDb, reference.table())
                .then("ADD " + innoDb.constraintDefinition(renamed(reference, after)))
                .statements()));
        return steps.statements();
    }

    /** The foreign key as it is afterwards, when the column may have another name. */
    private static Constraint renamed(Schema.Reference reference, Schema after) {
        return after.known(reference.table())
                .flatMap(table -> table.constraint(reference.key().name()))
                .orElseThrow();
    }

    private static boolean redefines(AlterColumn operation) {
        return operation.type().isPresent()
                || operation.nullable().isPresent()
                || operation.defaultValue().asked()
                || operation.comment().asked()
                || operation.identity().asked()
                || operation.computed().asked();
    }

    private static boolean onlyDefault(AlterColumn operation) {
        return operation.defaultValue().asked()
                && operation.type().isEmpty()
                && operation.nullable().isEmpty()
                && !operation.comment().asked()
                && !operation.identity().asked()
                && !operation.computed().asked();
    }

    /**
     * Whether {@code ALTER COLUMN … SET DEFAULT} does, which puts literals alone in the place of literals alone: beside
     * {@code SET DEFAULT NULL} a clock would stay.
     */
    private boolean isPlainDefault(AlterColumn operation, Column was) {
        return operation.defaultValue().to().map(Literal.class::isInstance).orElse(true)
                && was.defaultValue().map(Literal.class::isInstance).orElse(true)
                && !InnoDb.isLarge(innoDb.type(was.type()));
    }

    /** Without a default a nullable column still has one, which is null (error 1364). */
    private String setDefault(AlterColumn operation, Type type, boolean nullable) {
        String alter = "ALTER COLUMN " + innoDb.quote(operation.column());
        return alter
                + operation
                        .defaultValue()
                        .to()
                        .map(value -> " SET DEFAULT " + columns.defaultWords(value, type))
                        .orElse(nullable ? " SET DEFAULT NULL" : " DROP DEFAULT");
    }

    /** A stored column stays one with another expression; nothing else can be computed from now on or no longer. */
    private void requireComputable(AlterColumn operation, Column was) {
        if (operation.computed().asked()) {
            boolean kept = was.computed().isPresent()
                    && operation.computed().to().isPresent()
                    && isStored(was.computed().get())
                            == isStored(operation.computed().to().get());
            if (!kept) {
                operation.refuseComputed(innoDb);
            }
        }
    }

    private static boolean isStored(Computed rule) {
        return rule.stored().orElse(false);
    }

    /**
     * The foreign keys that must be put aside while the column's type changes, which the server refuses otherwise
     * (errors 1832 and 1833). Only strings may differ in length from what they refer to.
     */
    private List<Schema.Reference> aside(AlterColumn operation, Schema before, Column was, Column is) {
        String from = innoDb.type(was.type());
        String to = innoDb.type(is.type());
        if (from.equals(to)) {
            return List.of();
        }
        Name name = operation.table();
        Stream<Schema.Reference> own = before.known(name).stream()
                .flatMap(table -> table.constraints(ForeignKey.class).stream())
                .filter(key -> key.columns().contains(operation.column()))
                .map(key -> new Schema.Reference(name, key));
        Stream<Schema.Reference> others = before.tables().stream()
                .flatMap(table -> table.constraints(ForeignKey.class).stream()
                        .filter(key -> key.referred().equals(name)
                                && key.referredColumns().contains(operation.column()))
                        .map(key -> new Schema.Reference(table.name(), key)));
        List<Schema.Reference> all = Stream.concat(own, others).distinct().toList();
        boolean strings = isString(from) && isString(to);
        if (!strings && !all.isEmpty()) {
            throw new Refusal(
                    "still-used",
                    "type",
                    "'" + operation.column() + "' is part of the foreign key '"
                            + all.get(0).key().name() + "', and " + innoDb.dialect()
                            + " wants the columns on both its sides to be of one type",
                    "Drop the foreign key first, change the columns on both sides, and add it again.");
        }
        return all;
    }

    private static boolean isString(String type) {
        return type.matches("(VAR)?CHAR\\(.*");
    }
}
