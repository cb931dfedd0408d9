package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Db2's changes of columns. Dropping one, changing its type but for a longer VARCHAR, and changing whether it takes null
 * leave the table unusable until it is reorganized, which commits (Db2 11.5, "ALTER TABLE statement", REORG-recommended
 * operations).
 */
final class Db2Columns {

    /** Whole numbers, each of which fits into those behind it. */
    private static final List<Kind> WHOLE = List.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    private static final Pattern TEXT = Pattern.compile("VARCHAR\\((\\d+)\\)");
    private static final Pattern DECIMAL = Pattern.compile("(?:DECIMAL|NUMERIC)\\((\\d+)(?:, (\\d+))?\\)");

    private final Db2 db2;

    Db2Columns(Db2 db2) {
        this.db2 = db2;
    }

    // ---- what stands for itself

    /** Whether the operation ends with a REORG. */
    boolean reorganizes(Operation operation, Schema before) {
        if (operation instanceof DropColumn) {
            return true;
        }
        if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey key) {
            return key.columns().stream()
                    .anyMatch(column -> before.known(add.table())
                            .flatMap(table -> table.column(column))
                            .filter(Column::nullable)
                            .isPresent());
        }
        return operation instanceof AlterColumn alter && reorganizes(alter, alter.before(before));
    }

    private boolean reorganizes(AlterColumn operation, Optional<Column> known) {
        return changesNull(operation, known) || isRetyped(operation, known) && !growsText(operation, known);
    }

    private static boolean changesNull(AlterColumn operation, Optional<Column> known) {
        return operation.nullable().isPresent() && !operation.nullable().equals(known.map(Column::nullable));
    }

    private boolean isRetyped(AlterColumn operation, Optional<Column> known) {
        return operation.type().isPresent()
                && !operation.type().map(db2::type).equals(known.map(column -> db2.type(column.type())));
    }

    private boolean growsText(AlterColumn operation, Optional<Column> known) {
        return known.filter(column -> grows(TEXT, column, operation.changed(column)))
                .isPresent();
    }

    /** Whether all numbers in a type are at least as great as they were, and what the second takes stays for the first. */
    private boolean grows(Pattern pattern, Column was, Column is) {
        Matcher from = pattern.matcher(db2.type(was.type()));
        Matcher to = pattern.matcher(db2.type(is.type()));
        if (!from.matches() || !to.matches()) {
            return false;
        }
        int more = number(to, 1) - number(from, 1);
        int fraction = from.groupCount() < 2 ? 0 : number(to, 2) - number(from, 2);
        return fraction >= 0 && more >= fraction;
    }

    private static int number(Matcher type, int group) {
        return type.group(group) == null ? 0 : Integer.parseInt(type.group(group));
    }

    // ---- what takes a table anew

    /**
     * Whether the column cannot be changed in place: its type changes other than by growing, existing values are to be
     * converted, or what it is computed from changes.
     */
    boolean needRebuild(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        return operation.computed().asked()
                || operation.using().isPresent()
                || isRetyped(operation, known)
                        && known.filter(column -> !growsInPlace(column, operation.changed(column)))
                                .isPresent();
    }

    private boolean growsInPlace(Column was, Column is) {
        Optional<Kind> from = kind(was);
        Optional<Kind> to = kind(is);
        if (from.isEmpty() || to.isEmpty()) {
            return grows(TEXT, was, is);
        }
        int whole = WHOLE.indexOf(from.get());
        return whole >= 0 && whole < WHOLE.indexOf(to.get())
                || from.get() == Kind.REAL && to.get() == Kind.DOUBLE_PRECISION
                || grows(TEXT, was, is)
                || grows(DECIMAL, was, is);
    }

    private static Optional<Kind> kind(Column column) {
        return column.type().in("db2") instanceof Scalar scalar ? Optional.of(scalar.kind()) : Optional.empty();
    }

    // ---- operations

    List<String> add(AddColumn operation, Schema before) {
        Name table = operation.table();
        Column column = operation.column();
        Steps steps = new Steps(db2, before);
        List<String> add = column.identity().isPresent()
                ? addIdentity(table, column, column.identity().get())
                : column.computed().isPresent() ? addComputed(table, column) : List.of(added(table, column));
        steps.then(
                operation.ifNotExists()
                        ? add.stream().map(each -> db2.unless("42711", each)).toList()
                        : add);
        if (operation.ifNotExists() && add.size() > 1) {
            throw new Refusal(
                    "unsupported",
                    "ifNotExists",
                    "db2 adds a column that it fills itself in several steps, which cannot be left out together",
                    "Leave 'ifNotExists' out; the history knows what exists.");
        }
        steps.meaning(operation.alone(column)::apply);
        for (Constraint constraint : operation.constraints()) {
            AddConstraint constrain = new AddConstraint(table, constraint);
            db2.render(constrain, steps.state())
                    .forEach(each -> steps.then(operation.ifNotExists() ? db2.unless("42710", each) : each));
            steps.meaning(constrain::apply);
        }
        operation.indexes().forEach(each -> steps.then(new CreateIndex(table, each, false, operation.ifNotExists())));
        column.comment().ifPresent(text -> steps.then(db2.commentOn(table, column.name(), Optional.of(text))));
        return steps.statements();
    }

    private String added(Name table, Column column) {
        return "ALTER TABLE " + db2.name(table) + " ADD COLUMN " + db2.columnDefinition(table, column);
    }

    /** An identity is made of a column that is there (Db2 11.5, "ALTER TABLE statement", SET GENERATED). */
    private List<String> addIdentity(Name table, Column column, Identity identity) {
        String alter = alter(table, column.name());
        return List.of(
                added(table, column.identified(Optional.empty()).nullable(false)) + " DEFAULT 0",
                alter + "DROP DEFAULT",
                alter + "SET " + db2.identityClause(identity),
                "UPDATE " + db2.name(table) + " SET " + db2.quote(column.name()) + " = DEFAULT");
    }

    /** Values are computed while the table's integrity is off (Db2 11.5, "SET INTEGRITY statement"). */
    private List<String> addComputed(Name table, Column column) {
        return List.of(
                "SET INTEGRITY FOR " + db2.name(table) + " OFF",
                added(table, column),
                "SET INTEGRITY FOR " + db2.name(table) + " IMMEDIATE CHECKED FORCE GENERATED");
    }

    /** Everything that speaks of the column goes first, so that RESTRICT can guard what the history does not know. */
    List<String> drop(DropColumn operation, Schema before) {
        Name table = operation.table();
        Steps steps = new Steps(db2, before);
        before.known(table).ifPresent(known -> {
            constraints(known, operation.column())
                    .forEach(rule -> steps.then(new DropConstraint(table, rule.name(), operation.ifExists(), false)));
            known.indexes().stream()
                    .filter(index -> index.names(operation.column()))
                    .forEach(index -> steps.then(new DropIndex(table, index.name(), false, operation.ifExists())));
            known.column(operation.column())
                    .flatMap(column -> db2.guardCheck(table, column))
                    .ifPresent(check -> steps.then(
                            operation.ifExists() ? db2.unless("42704", dropped(table, check)) : dropped(table, check)));
        });
        String drop = "ALTER TABLE " + db2.name(table) + " DROP COLUMN " + db2.quote(operation.column()) + " RESTRICT";
        steps.then(operation.ifExists() ? db2.unless("42703", drop) : drop);
        return steps.then(db2.reorg(table)).statements();
    }

    /** The constraints that speak of a column, foreign keys first. */
    private static List<Constraint> constraints(Table table, String column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.names(column))
                .sorted(Comparator.comparing(constraint -> !(constraint instanceof ForeignKey)))
                .toList();
    }

    /** Checks and indexes on expressions are put aside meanwhile (Db2 11.5, "ALTER TABLE statement", RENAME COLUMN). */
    List<String> rename(RenameColumn operation, Schema before) {
        Name table = operation.table();
        InTheWay.refuseComputed(db2, before, table, operation.column(), "rename it");
        Optional<Table> was = before.known(table);
        Optional<Table> is = operation.apply(before).known(table);
        List<String> checks = was.stream()
                .flatMap(known -> known.constraints(Check.class).stream())
                .filter(check -> check.names(operation.column()))
                .map(Check::name)
                .toList();
        List<String> indexes = was.stream()
                .flatMap(known -> known.indexes().stream())
                .filter(index -> index.parts().stream()
                        .anyMatch(part -> part.expression() && SqlText.names(part.text(), operation.column())))
                .map(Index::name)
                .toList();
        Steps steps = new Steps(db2, before);
        indexes.forEach(index -> steps.then(new DropIndex(table, index, false, false)));
        checks.forEach(check -> steps.then(new DropConstraint(table, check, false, false)));
        was.flatMap(known -> known.column(operation.column()))
                .flatMap(column -> db2.guardCheck(table, column))
                .ifPresent(check -> steps.then(dropped(table, check)));
        steps.then("ALTER TABLE " + db2.name(table) + " RENAME COLUMN " + db2.quote(operation.column()) + " TO "
                        + db2.quote(operation.to()))
                .meaning(operation::apply);
        is.flatMap(known -> known.column(operation.to()))
                .flatMap(column -> db2.guardCheck(table, column))
                .ifPresent(check -> steps.then(added(table, check)));
        checks.forEach(check -> steps.then(
                new AddConstraint(table, is.orElseThrow().constraint(check).orElseThrow())));
        indexes.forEach(index ->
                steps.then(new CreateIndex(table, Db2Indexes.index(is, index).orElseThrow(), false, false)));
        return steps.statements();
    }

    List<String> alter(AlterColumn operation, Schema before) {
        Name name = operation.table();
        String column = operation.column();
        Optional<Column> known = operation.before(before);
        boolean retyped = isRetyped(operation, known);
        boolean renulled = changesNull(operation, known);
        if (retyped || renulled) {
            InTheWay.refuseComputed(db2, before, name, column, "change it");
        }
        Optional<Table> table = before.known(name);
        Optional<Check> guard = known.flatMap(each -> db2.guardCheck(name, each));
        Optional<Check> newGuard =
                known.map(each -> operation.changed(each).named(column)).flatMap(each -> db2.guardCheck(name, each));
        List<Unique> moving = renulled
                ? table.stream()
                        .flatMap(each -> each.constraints(Unique.class).stream())
                        .filter(unique -> unique.names(column))
                        .toList()
                : List.of();
        List<Index> indexes = renulled
                ? table.stream()
                        .flatMap(each -> each.indexes().stream())
                        .filter(index -> index.unique()
                                && index.parts().stream().map(IndexPart::text).anyMatch(column::equals))
                        .toList()
                : List.of();
        Steps steps = new Steps(db2, before).then(operation.preparations(db2, before));
        indexes.forEach(index -> steps.then(new DropIndex(name, index.name(), false, false)));
        moving.forEach(unique -> steps.then(new DropConstraint(name, unique.name(), false, false)));
        if (!guard.equals(newGuard)) {
            guard.ifPresent(check -> steps.then(dropped(name, check)));
        }
        String alter = alter(name, column);
        if (retyped) {
            steps.then(operation.conversion(db2, alter));
        }
        if (renulled) {
            steps.then(operation.nullability(alter));
        }
        if (reorganizes(operation, known)) {
            steps.then(db2.reorg(name));
        }
        steps.then(operation.defaults(db2, before, alter)).then(identities(operation, before, alter));
        steps.meaning(state -> state.known(name)
                .map(each -> state.with(
                        each.changing(column, any -> operation.changed(any).named(column))))
                .orElse(state));
        if (!guard.equals(newGuard)) {
            newGuard.ifPresent(check -> steps.then(added(name, check)));
        }
        moving.forEach(unique -> steps.then(new AddConstraint(name, unique)));
        indexes.forEach(index -> steps.then(new CreateIndex(name, index, false, false)));
        operation.rename().ifPresent(to -> steps.then(new RenameColumn(name, column, to)));
        return steps.then(operation.comments(db2)).statements();
    }

    /** A column becomes an identity by SET, and prepares 20 values unless told (Db2 11.5, "ALTER TABLE statement"). */
    private List<String> identities(AlterColumn operation, Schema before, String alter) {
        return operation.identities(db2, before, alter).stream()
                .map(statement -> statement
                        .replace(alter + "ADD GENERATED", alter + "SET GENERATED")
                        .replaceFirst("SET CACHE [01]$", "SET NO CACHE"))
                .toList();
    }

    // ---- words

    String alter(Name table, String column) {
        return "ALTER TABLE " + db2.name(table) + " ALTER COLUMN " + db2.quote(column) + " ";
    }

    private String dropped(Name table, Check check) {
        return "ALTER TABLE " + db2.name(table) + " DROP CONSTRAINT " + db2.quote(check.name());
    }

    private String added(Name table, Check check) {
        return "ALTER TABLE " + db2.name(table) + " ADD " + db2.constraintDefinition(check);
    }
}
