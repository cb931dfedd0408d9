package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AlterColumn;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HyperSQL's changes of columns: a type changes in place once nothing rests on it, and an identity is only ever defined
 * anew (HyperSQL User Guide, "ALTER TABLE … ALTER COLUMN").
 */
final class HsqldbColumns {

    private final Hsqldb hsqldb;
    private final HsqldbTables tables;

    HsqldbColumns(Hsqldb hsqldb, HsqldbTables tables) {
        this.hsqldb = hsqldb;
        this.tables = tables;
    }

    /**
     * Whether only a new table can do it: a type is changed by nothing but a cast, an expression not at all, and an
     * identity either starts anew or stays as it is.
     */
    boolean needRebuild(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        boolean counts = known.flatMap(Column::identity).isPresent();
        boolean restarts = operation.identity().to().flatMap(Identity::start).isPresent();
        boolean stops =
                operation.identity().asked() && operation.identity().to().isEmpty();
        return operation.computed().asked()
                || operation.using().isPresent()
                || operation.rename().isPresent()
                        && before.known(operation.table())
                                .filter(table ->
                                        table.computedFrom(operation.column()).isPresent())
                                .isPresent()
                || isRetyped(operation, known)
                        && (known.flatMap(Column::computed).isPresent() || counts && !restarts && !stops)
                || counts
                        && !restarts
                        && !stops
                        && operation.identity().asked()
                        && !operation.identity().to().equals(known.flatMap(Column::identity));
    }

    private boolean isRetyped(AlterColumn operation, Optional<Column> known) {
        return operation.type().isPresent()
                && !known.map(column -> word(column.type())
                                        .equals(word(operation.type().get()))
                                && guard(operation, column.type())
                                        .equals(guard(
                                                operation, operation.type().get())))
                        .orElse(false);
    }

    List<String> alter(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        boolean retyped = isRetyped(operation, known);
        if (operation.identity().asked() && operation.identity().to().isPresent()) {
            return defined(operation, known, before);
        }
        if (retyped) {
            InTheWay.refuseViews(hsqldb, before, operation.table(), operation.column(), "change the type of a column");
        }
        List<String> statements = new ArrayList<>();
        String alter = alter(operation);
        if (operation.identity().asked()) {
            statements.add(alter + "DROP IDENTITY");
            if (!known.map(operation::changed).map(Column::nullable).orElse(true)
                    && operation.nullable().isEmpty()) {
                statements.add(alter + "SET NOT NULL");
            }
        }
        if (retyped) {
            statements.addAll(retyping(operation, known, before, alter));
        }
        statements.addAll(operation.nullability(alter));
        statements.addAll(operation.defaults(hsqldb, before, alter));
        statements.addAll(ending(operation, before, known));
        return statements;
    }

    private String alter(AlterColumn operation) {
        return "ALTER TABLE " + hsqldb.name(operation.table()) + " ALTER COLUMN " + hsqldb.quote(operation.column())
                + " ";
    }

    private String word(Type type) {
        return hsqldb.type(type);
    }

    private Optional<Check> guard(AlterColumn operation, Type type) {
        return hsqldb.guardCheck(operation.table(), Column.of(operation.column(), type));
    }

    /** The new name and the comment, in the state where the type has changed. */
    private List<String> ending(AlterColumn operation, Schema before, Optional<Column> known) {
        Schema retyped = known.flatMap(column -> before.known(operation.table())
                        .map(table -> before.with(table.changing(
                                operation.column(),
                                each -> operation.changed(column).named(operation.column())))))
                .orElse(before);
        List<String> statements = new ArrayList<>(operation.renaming(hsqldb, retyped));
        if (operation.comment().asked() && operation.comment().to().isEmpty()) {
            statements.add("COMMENT ON COLUMN " + hsqldb.name(operation.table()) + "."
                    + hsqldb.quote(operation.rename().orElse(operation.column())) + " IS ''");
        } else {
            statements.addAll(operation.comments(hsqldb));
        }
        return statements;
    }

    // ---- types

    /** Foreign keys and checks are put aside meanwhile, and the default is one of the new type. */
    private List<String> retyping(AlterColumn operation, Optional<Column> known, Schema before, String alter) {
        Name name = operation.table();
        String column = operation.column();
        Type type = operation.type().orElseThrow();
        Optional<Table> table = before.known(name);
        List<Schema.Reference> references = before.references(name)
                .filter(reference -> reference.key().referredColumns().contains(column))
                .toList();
        List<Constraint> constraints = table.stream()
                .flatMap(each -> each.constraints().stream())
                .filter(each -> each instanceof Check check && check.names(column)
                        || each instanceof ForeignKey key
                                && (key.columns().contains(column)
                                        || key.referred().equals(name)
                                                && key.referredColumns().contains(column)))
                .toList();
        Optional<Value> value = known.flatMap(Column::defaultValue);
        boolean aside = value.isPresent();

        List<String> statements = new ArrayList<>();
        references.forEach(reference -> statements.add(tables.drop(reference.table(), reference.key())));
        Stream.concat(
                        constraints.stream().filter(ForeignKey.class::isInstance),
                        constraints.stream().filter(Check.class::isInstance))
                .forEach(constraint -> statements.add(tables.drop(name, constraint)));
        known.flatMap(each -> guard(operation, each.type()))
                .ifPresent(check -> statements.add(tables.drop(name, check)));
        if (aside) {
            statements.add(alter + "DROP DEFAULT");
        }
        statements.add(alter + "SET DATA TYPE " + word(type));
        if (aside && !operation.defaultValue().asked()) {
            statements.add(alter + "SET DEFAULT " + hsqldb.literal(value.get(), type));
        }
        guard(operation, type).ifPresent(check -> statements.add(tables.add(name, check)));
        Stream.concat(
                        constraints.stream().filter(Check.class::isInstance),
                        constraints.stream().filter(ForeignKey.class::isInstance))
                .forEach(constraint -> statements.add(tables.add(name, constraint)));
        references.forEach(reference -> statements.add(tables.add(reference.table(), reference.key())));
        return statements;
    }

    // ---- identities

    /** The column defined anew as an identity. */
    private List<String> defined(AlterColumn operation, Optional<Column> known, Schema before) {
        Column column = known.orElseThrow(() -> new Refusal(
                "unknown-column",
                operation.column(),
                "what column '" + operation.column() + "' of table '" + operation.table()
                        + "' is now is not known from the history",
                "Say it: existing: [type: …, nullable: …]."));
        Identity wanted = operation.identity().to().orElseThrow();
        if (column.identity().equals(Optional.of(wanted)) && operation.type().isEmpty()) {
            return ending(operation, before, known);
        }
        InTheWay.refuseViews(hsqldb, before, operation.table(), operation.column(), "make a column an identity");
        List<String> statements = new ArrayList<>();
        String alter = alter(operation);
        if (column.defaultValue().isPresent()) {
            statements.add(alter + "DROP DEFAULT");
        }
        if (column.identity().isPresent()) {
            statements.add(alter + "DROP IDENTITY");
        }
        Type type = operation.type().orElse(column.type());
        if (operation.type().isPresent() && !word(type).equals(word(column.type()))) {
            statements.addAll(retyping(operation, known.map(each -> each.defaulting(Optional.empty())), before, alter));
        }
        statements.add(alter + word(type) + " " + hsqldb.identityClause(Hsqldb.started(wanted)));
        if (!operation.changed(column).nullable()) {
            statements.add(alter + "SET NOT NULL");
        }
        statements.addAll(ending(operation, before, known));
        return statements;
    }
}
