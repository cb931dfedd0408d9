package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Derby's changes of columns: it widens a VARCHAR in place and knows {@code NOT NULL} without SET (Derby Reference
 * Manual, "ALTER TABLE statement"); for any other change of type a new column takes the old one's place.
 */
final class DerbyColumns {

    private static final String NEW = "__new";
    private static final Set<Kind> NUMBERS =
            EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.NUMERIC);
    private static final Set<Kind> FLOATS = EnumSet.of(Kind.REAL, Kind.DOUBLE_PRECISION);
    private static final Set<Kind> TEXTS =
            EnumSet.of(Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.JSON, Kind.JSONB, Kind.XML);

    private final Derby derby;
    private final DerbyTables tables;

    DerbyColumns(Derby derby, DerbyTables tables) {
        this.derby = derby;
        this.tables = tables;
    }

    /** Whether only a new table can do it: Derby makes no existing column an identity, retypes none, and computes none. */
    boolean needRebuild(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        return operation.computed().asked()
                || operation.changesKindOfIdentity(before)
                || known.flatMap(Column::identity).isPresent() && isRetyped(operation, known);
    }

    private static boolean isRetyped(AlterColumn operation, Optional<Column> known) {
        return operation.type().isPresent()
                && !known.map(column -> operation
                                .type()
                                .get()
                                .in("derby")
                                .equals(column.type().in("derby")))
                        .orElse(false);
    }

    List<String> alter(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        boolean retyped = isRetyped(operation, known);
        return retyped && !widensVarchar(operation, known)
                ? replaced(operation, known, before)
                : inPlace(operation, retyped, before);
    }

    private List<String> inPlace(AlterColumn operation, boolean retyped, Schema before) {
        String alter = tables.alter(operation.table(), operation.column()) + " ";
        List<String> statements = new ArrayList<>();
        if (retyped) {
            statements.addAll(operation.using("").conversion(derby, alter));
        }
        operation.nullable().ifPresent(may -> statements.add(alter + (may ? "NULL" : "NOT NULL")));
        statements.addAll(operation.defaults(derby, before, alter));
        statements.addAll(operation.identities(derby, before, alter));
        statements.addAll(operation.comments(derby));
        statements.addAll(operation.renaming(derby, before));
        return statements;
    }

    private static boolean widensVarchar(AlterColumn operation, Optional<Column> known) {
        Optional<Integer> from = known.flatMap(column -> varcharLength(column.type()));
        Optional<Integer> to = operation.type().flatMap(DerbyColumns::varcharLength);
        return operation.using().isEmpty()
                && to.isPresent()
                && (known.isEmpty() || from.isPresent() && from.get() <= to.get());
    }

    private static Optional<Integer> varcharLength(Type type) {
        return scalar(type)
                .filter(scalar -> scalar.kind() == Kind.VARCHAR || scalar.kind() == Kind.NVARCHAR)
                .flatMap(scalar -> scalar.parameters().stream().findFirst());
    }

    private static Optional<Scalar> scalar(Type type) {
        return type.in("derby") instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    private List<String> replaced(AlterColumn operation, Optional<Column> before, Schema schema) {
        Name name = operation.table();
        String old = operation.column();
        Column known = before.orElseThrow(() -> new Refusal(
                "unknown-column",
                old,
                "what column '" + old + "' of table '" + name + "' is now is not known from the history",
                "Say it: existing: [type: …, nullable: …, default: …]."));
        Table table = schema.known(name).orElseGet(() -> Table.of(name, List.of(known)));
        Column changed = operation.changed(known).named(old);
        List<Schema.Reference> references = schema.references(name)
                .filter(reference -> reference.key().referredColumns().contains(old))
                .toList();
        refuse(table, known, changed, references, schema);
        List<Index> indexes = DerbyTables.indexes(table, old);
        List<Constraint> constraints = DerbyTables.constraints(table, old);
        String alter = "ALTER TABLE " + derby.name(name) + " ";
        Column fresh = changed.named(old + NEW).nullable(true);

        Steps steps = new Steps(derby, schema);
        references.forEach(reference ->
                steps.then(new DropConstraint(reference.table(), reference.key().name(), false, false)));
        tables.free(steps, table, old);
        steps.then(alter + "ADD COLUMN " + derby.plainDefinition(fresh))
                .then("UPDATE " + derby.name(name) + " SET " + derby.quote(fresh.name()) + " = "
                        + operation.using().orElseGet(() -> converted(known, changed)))
                .then(alter + "DROP COLUMN " + derby.quote(old) + " RESTRICT")
                .then("RENAME COLUMN " + derby.name(name) + "." + derby.quote(fresh.name()) + " TO "
                        + derby.quote(old));
        if (!changed.nullable()) {
            steps.then(tables.alter(name, old) + " NOT NULL");
        }
        derby.guardCheck(name, changed).ifPresent(check -> steps.then(tables.add(name, check)));
        steps.meaning(state -> state.known(name)
                .map(each -> state.with(each.changing(old, column -> changed)))
                .orElse(state));
        constraints.stream()
                .sorted(Comparator.comparing(ForeignKey.class::isInstance))
                .forEach(constraint -> steps.then(new AddConstraint(name, constraint)));
        indexes.forEach(index -> steps.then(new CreateIndex(name, index, false, false)));
        references.forEach(reference -> steps.then(new AddConstraint(reference.table(), reference.key())));
        operation.rename().ifPresent(to -> steps.then(new RenameColumn(name, old, to)));
        return steps.then(operation.comments(derby)).statements();
    }

    private void refuse(Table table, Column known, Column changed, List<Schema.Reference> references, Schema schema) {
        String column = known.name();
        InTheWay.refuseViews(derby, schema, table.name(), column, "change the type of a column");
        InTheWay.refuseComputed(derby, schema, table.name(), column, "change its type");
        Optional<String> key = references.stream()
                .map(reference -> reference.key().name())
                .findFirst()
                .or(() -> table.constraints(ForeignKey.class).stream()
                        .filter(each -> each.names(column))
                        .map(ForeignKey::name)
                        .findFirst());
        if (key.isPresent() && !family(known).equals(family(changed))) {
            throw new Refusal(
                    "still-referenced",
                    column,
                    "derby wants both sides of a foreign key to be of one type, and '" + key.get() + "' ties column '"
                            + column + "' to another",
                    "Drop '" + key.get() + "' first, change both columns, and add it again.");
        }
    }

    private String family(Column column) {
        return derby.type(column.type()).replaceAll("\\(.*?\\)", "");
    }

    /** The old value as the new type; Derby casts numbers to CHAR alone, and texts to no floating-point number. */
    String converted(Column from, Column to) {
        String column = derby.quote(from.name());
        Optional<Kind> was = scalar(from.type()).map(Scalar::kind);
        Optional<Kind> is = scalar(to.type()).map(Scalar::kind);
        boolean text = is.filter(TEXTS::contains).isPresent() || to.type().in("derby") instanceof Enumeration;
        String type = derby.type(to.type());
        if (text && was.filter(NUMBERS::contains).isPresent()) {
            return "CAST(TRIM(CHAR(" + column + ")) AS " + type + ")";
        }
        if (is.filter(FLOATS::contains).isPresent()
                && was.filter(TEXTS::contains).isPresent()) {
            return is.get() == Kind.REAL ? "CAST(DOUBLE(" + column + ") AS REAL)" : "DOUBLE(" + column + ")";
        }
        if (text && was.filter(FLOATS::contains).isPresent()) {
            throw new Refusal(
                    "unsupported",
                    from.name(),
                    "derby makes no text of a floating-point number",
                    "Say how with 'using:'.");
        }
        return "CAST(" + column + " AS " + type + ")";
    }
}
