package io.limbeck.dialect;

import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;

/** SQL Server's wording of changes to whole tables. */
final class SqlServerTables {

    private final SqlServer server;
    private final SqlServerColumns columns;

    SqlServerTables(SqlServer server, SqlServerColumns columns) {
        this.server = server;
        this.columns = columns;
    }

    /** What the table's own definition cannot hold, or not behind IF, comes as statements of its own. */
    List<String> create(CreateTable operation, Schema before) {
        Table table = operation.table();
        Name name = table.name();
        boolean guarded = operation.ifNotExists();
        SqlServerConstraints constraints = new SqlServerConstraints(server);
        table.constraints(ForeignKey.class).forEach(key -> constraints.refuse(key, table, before));
        SqlServerConstraints.refuseTwoWays(table, before);
        List<Constraint> late = table.constraints().stream()
                .filter(rule -> !SqlServerConstraints.isValid(rule)
                        || rule instanceof Unique unique && SqlServerIndexes.isFiltered(table, unique))
                .toList();
        Table plain = uncommented(table)
                .constraints(table.constraints().stream()
                        .filter(rule -> !late.contains(rule))
                        .toList())
                .indexes(List.of());
        List<String> create = new CreateTable(plain, false).standardSql(server, before);
        Steps steps = new Steps(server, before)
                .then(
                        guarded
                                ? create.stream()
                                        .map(statement -> TransactSql.when(
                                                "OBJECT_ID(" + TransactSql.unicode(server.name(name)) + ") IS NULL",
                                                statement))
                                        .toList()
                                : create)
                .meaning(state -> state.with(plain));
        for (Constraint rule : late) {
            steps.then(SqlServerConstraints.guarded(server, guarded, name, new AddConstraint(name, rule), steps));
        }
        for (Index index : table.indexes()) {
            steps.then(new CreateIndex(name, index, false, guarded));
        }
        table.comment().ifPresent(text -> steps.then(described(name, Optional.empty(), text, guarded)));
        for (Column column : table.columns()) {
            column.comment().ifPresent(text -> steps.then(described(name, Optional.of(column.name()), text, guarded)));
        }
        return steps.statements();
    }

    private static Table uncommented(Table table) {
        return table.commented(Optional.empty())
                .columns(table.columns().stream()
                        .map(column -> column.commented(Optional.empty()))
                        .toList());
    }

    private static String described(Name table, Optional<String> column, String text, boolean guarded) {
        return guarded
                ? TransactSql.ensureDescribed(table, column, Optional.of(text))
                : TransactSql.describe(table, column, text);
    }

    /** There is no CASCADE: the foreign keys of other tables go first, those too that only raw SQL can have made. */
    List<String> drop(DropTable operation, Schema before) {
        Name name = operation.table();
        Steps steps = new Steps(server, before);
        if (operation.cascade()) {
            before.references(name)
                    .forEach(reference -> steps.then("ALTER TABLE " + server.name(reference.table())
                            + " DROP CONSTRAINT " + server.quote(reference.key().name())));
            if (before.known(name).isEmpty() || before.mayExist(name.value())) {
                steps.then(TransactSql.dropReferences(server.name(name)));
            }
        }
        return steps.then("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + server.name(name))
                .statements();
    }

    /** The names that follow from the table's change with it. */
    List<String> rename(RenameTable operation, Schema before) {
        Name was = operation.table();
        Name is = was.sibling(operation.to());
        Steps steps = new Steps(server, before).then(TransactSql.rename(server.name(was), operation.to(), "OBJECT"));
        before.known(was)
                .ifPresent(table -> table.columns().forEach(column -> {
                    if (column.defaultValue().isPresent()) {
                        steps.then(columns.renamedDefault(was, column.name(), columns.defaultName(is, column.name())));
                    }
                    Optional<Check> guard = columns.guard(is, column);
                    columns.guard(was, column)
                            .ifPresent(check -> steps.then(TransactSql.rename(
                                    server.name(was.sibling(check.name())),
                                    guard.orElseThrow().name(),
                                    "OBJECT")));
                }));
        return steps.statements();
    }

    List<String> comment(CommentTable operation, Schema before) {
        Name name = operation.table();
        Optional<Table> known = before.known(name);
        if (known.isEmpty() || before.mayExist(name.value())) {
            return List.of(TransactSql.ensureDescribed(name, Optional.empty(), operation.text()));
        }
        return comments(name, Optional.empty(), known.get().comment(), operation.text());
    }

    /** What makes one description another, each of which may be none. */
    static List<String> comments(Name table, Optional<String> column, Optional<String> was, Optional<String> is) {
        if (was.equals(is)) {
            return List.of();
        }
        return List.of(
                was.isEmpty()
                        ? TransactSql.describe(table, column, is.orElseThrow())
                        : TransactSql.redescribe(table, column, is));
    }
}
