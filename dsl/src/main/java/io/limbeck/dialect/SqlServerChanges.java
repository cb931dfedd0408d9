package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL Server's changes of columns: ALTER COLUMN says type and nullability both, whatever depends on the column goes
 * before and comes back after (Transact-SQL reference, "ALTER TABLE", ALTER COLUMN), and a default is a constraint.
 */
final class SqlServerChanges {

    /** Types that grow in place below indexes and unique constraints. */
    private static final Pattern GROWING = Pattern.compile("(VARCHAR|NVARCHAR|VARBINARY)\\((\\d+)\\)");

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    /** How long whole numbers can be, signs included. */
    private static final Map<String, Integer> DIGITS = Map.of("SMALLINT", 6, "INT", 11, "BIGINT", 20);

    private final SqlServer server;
    private final SqlServerColumns columns;

    SqlServerChanges(SqlServer server, SqlServerColumns columns) {
        this.server = server;
        this.columns = columns;
    }

    /** Whether the server cannot do it in place, or not without losing something. */
    boolean needRebuild(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        Optional<Long> increment = known.flatMap(Column::identity).map(SqlServerColumns::increment);
        return operation.computed().asked()
                || operation.using().isPresent()
                || operation.changesKindOfIdentity(before)
                || operation.identity().to().map(SqlServerColumns::increment).isPresent()
                        && !operation
                                .identity()
                                .to()
                                .map(SqlServerColumns::increment)
                                .equals(increment)
                || operation.type().isPresent()
                        && known.filter(column -> losesDigits(server, column, operation.changed(column)))
                                .isPresent();
    }

    /** A float becomes a text of six digits (Transact-SQL reference, "CAST and CONVERT", float and real styles). */
    static boolean losesDigits(SqlServer server, Column was, Column is) {
        return word(server, was).matches("FLOAT|REAL") && isText(server, is);
    }

    static boolean isText(SqlServer server, Column column) {
        return word(server, column).matches("N?(VAR)?CHAR");
    }

    /** A whole number that does not fit becomes an asterisk (Transact-SQL reference, "CAST and CONVERT", truncation). */
    static void refuseStars(SqlServer server, Column was, Column is) {
        int digits = DIGITS.getOrDefault(word(server, was), 0);
        Matcher length = LENGTH.matcher(server.type(is.type()));
        if (digits > 0 && isText(server, is) && length.find() && Integer.parseInt(length.group(1)) < digits) {
            throw new Refusal(
                    "unsupported",
                    was.name(),
                    "sqlserver makes '*' of a number that does not fit into " + server.type(is.type()),
                    "Make it at least varchar(" + digits + ").");
        }
    }

    List<String> alter(AlterColumn operation, Schema before) {
        Name table = operation.table();
        Optional<Column> known = operation.before(before);
        Steps steps = new Steps(server, before).then(operation.preparations(server, before));
        boolean redefault = operation.defaultValue().asked();
        if (operation.type().isPresent() || operation.nullable().isPresent()) {
            Column was = known.orElseThrow(() -> new Refusal(
                    "unknown-column",
                    operation.column(),
                    "what column '" + operation.column() + "' of table '" + table
                            + "' is now is not known from the history, and sqlserver wants it said again",
                    "Say it: existing: [type: …, nullable: …, default: …]."));
            redefine(operation, was, before, steps);
        } else if (redefault) {
            columns.dropDefault(steps, before, table, operation.column(), false);
            known.map(column -> operation.changed(column).named(operation.column()))
                    .or(() -> operation.defaultValue().to().map(value -> unknown(operation)))
                    .ifPresent(column -> columns.addDefault(steps, table, column));
        }
        identity(operation, known, steps);
        steps.meaning(state -> state.known(table)
                .map(each -> state.with(each.changing(
                        operation.column(), column -> operation.changed(column).named(operation.column()))))
                .orElse(state));
        operation.rename().ifPresent(to -> steps.then(new RenameColumn(table, operation.column(), to)));
        comment(operation, known, before, steps);
        return steps.statements();
    }

    /** A column of which nothing is known but its new default. */
    private static Column unknown(AlterColumn operation) {
        return Column.of(operation.column(), new io.limbeck.type.Verbatim(""))
                .defaulting(operation.defaultValue().to());
    }

    // ---- type and nullability

    private void redefine(AlterColumn operation, Column was, Schema before, Steps steps) {
        Name name = operation.table();
        String column = operation.column();
        Table table = before.known(name).orElseGet(() -> Table.of(name, List.of(was)));
        Column is = operation.changed(was).named(column);
        List<Schema.Reference> references = before.references(name)
                .filter(reference -> reference.key().referredColumns().contains(column))
                .toList();
        boolean retyped = !columns.type(was).equals(columns.type(is));
        boolean grows = grows(was, is) && !isTied(table, column, references);
        InTheWay.refuseComputed(server, before, name, column, "change it");
        refuseComputedItself(was);
        if (retyped) {
            refuseKeys(table, column, references);
            refuseStars(server, was, is);
        }
        List<Index> indexes = grows ? List.of() : SqlServerColumns.indexes(table, column);
        List<Constraint> constraints = grows ? List.of() : SqlServerColumns.constraints(table, column);
        Optional<Check> guard = columns.guard(name, was);
        boolean reguarded = !guard.equals(columns.guard(name, is)) || !grows;
        boolean redefaulted =
                operation.defaultValue().asked() || !word(server, was).equals(word(server, is));

        if (!grows) {
            references.forEach(reference -> steps.then(
                    new DropConstraint(reference.table(), reference.key().name(), false, false)));
            columns.free(steps, table, column, false);
        }
        if (reguarded) {
            guard.ifPresent(check -> columns.dropCheck(steps, name, check));
        }
        if (redefaulted) {
            columns.dropDefault(steps, before, name, column, false);
        }
        steps.then("ALTER TABLE " + server.name(name) + " ALTER COLUMN " + server.quote(column) + " " + columns.type(is)
                + SqlServerColumns.nullability(is));
        steps.meaning(state -> state.known(name)
                .map(each -> state.with(each.changing(column, any -> is)))
                .orElse(state));
        if (redefaulted) {
            columns.addDefault(steps, name, is);
        }
        if (reguarded) {
            columns.guard(name, is).ifPresent(check -> columns.addCheck(steps, name, check));
        }
        constraints.stream()
                .sorted(Comparator.comparing(ForeignKey.class::isInstance))
                .forEach(constraint -> steps.then(new AddConstraint(name, constraint)));
        indexes.forEach(index -> steps.then(new CreateIndex(name, index, false, false)));
        references.forEach(reference -> steps.then(new AddConstraint(reference.table(), reference.key())));
    }

    /** Whether the server lets the column be changed below whatever rests on it, but for keys of whole tables. */
    private boolean grows(Column was, Column is) {
        Matcher from = GROWING.matcher(columns.type(was));
        Matcher to = GROWING.matcher(columns.type(is));
        return was.nullable() == is.nullable()
                && from.matches()
                && to.matches()
                && from.group(1).equals(to.group(1))
                && Integer.parseInt(from.group(2)) <= Integer.parseInt(to.group(2));
    }

    private static boolean isTied(Table table, String column, List<Schema.Reference> references) {
        return !references.isEmpty()
                || table.primaryKey().filter(key -> key.names(column)).isPresent()
                || table.constraints(ForeignKey.class).stream().anyMatch(key -> key.names(column));
    }

    private void refuseKeys(Table table, String column, List<Schema.Reference> references) {
        references.stream()
                .map(reference -> reference.key().name())
                .findFirst()
                .or(() -> table.constraints(ForeignKey.class).stream()
                        .filter(key -> key.names(column))
                        .map(ForeignKey::name)
                        .findFirst())
                .ifPresent(key -> {
                    throw new Refusal(
                            "still-referenced",
                            column,
                            "sqlserver wants both sides of a foreign key to be of one type, and '" + key
                                    + "' ties column '" + column + "' to another",
                            "Drop '" + key + "' first, change both columns, and add it again.");
                });
    }

    private void refuseComputedItself(Column column) {
        if (column.computed().isPresent()) {
            throw new Refusal(
                    "unsupported",
                    column.name(),
                    "sqlserver changes nothing about a computed column",
                    "Drop the column and add it anew.");
        }
    }

    private static String word(SqlServer server, Column column) {
        return server.type(column.type()).replaceAll("\\(.*?\\)", "");
    }

    // ---- identity

    private void identity(AlterColumn operation, Optional<Column> known, Steps steps) {
        if (!operation.identity().asked()) {
            return;
        }
        Optional<Identity> was = known.flatMap(Column::identity);
        Identity is = operation.identity().to().orElseThrow();
        columns.requireIdentity(is);
        is.start()
                .filter(start -> !is.start().equals(was.flatMap(Identity::start)))
                .ifPresent(
                        start -> steps.then(restart(server, operation.table(), start, SqlServerColumns.increment(is))));
    }

    /** The next value is one increment behind the seed once there was a row (Transact-SQL reference, "DBCC CHECKIDENT"). */
    static String restart(SqlServer server, Name name, long start, long increment) {
        String table = TransactSql.unicode(server.name(name));
        return TransactSql.when(
                        "EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(" + table
                                + ") AND last_value IS NULL)",
                        "DBCC CHECKIDENT (" + table + ", RESEED, " + start + ") WITH NO_INFOMSGS")
                + "\nELSE\n    DBCC CHECKIDENT (" + table + ", RESEED, " + (start - increment)
                + ") WITH NO_INFOMSGS";
    }

    // ---- description

    private void comment(AlterColumn operation, Optional<Column> known, Schema before, Steps steps) {
        if (!operation.comment().asked()) {
            return;
        }
        Optional<String> column = Optional.of(operation.rename().orElse(operation.column()));
        boolean sure = before.known(operation.table()).isPresent() && known.isPresent();
        steps.then(
                sure
                        ? SqlServerTables.comments(
                                operation.table(),
                                column,
                                known.get().comment(),
                                operation.comment().to())
                        : List.of(TransactSql.ensureDescribed(
                                operation.table(), column, operation.comment().to())));
    }
}
