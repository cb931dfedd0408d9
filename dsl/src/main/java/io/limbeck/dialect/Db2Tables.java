package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Db2's wording of changes to whole tables and of their constraints. */
final class Db2Tables {

    private final Db2 db2;
    private final Db2Columns columns;

    Db2Tables(Db2 db2, Db2Columns columns) {
        this.db2 = db2;
        this.columns = columns;
    }

    /** Unique constraints over columns that take null are indexes, made behind the table. */
    List<String> create(CreateTable operation, Schema before) {
        Table table = operation.table();
        Name name = table.name();
        boolean guarded = operation.ifNotExists();
        table.constraints(ForeignKey.class).forEach(key -> refuse(key, table, before));
        List<Unique> late = table.constraints(Unique.class).stream()
                .filter(unique -> Db2Indexes.isIndex(table, unique))
                .toList();
        Table plain = table.constraints(table.constraints().stream()
                        .filter(rule -> !(rule instanceof Unique unique && late.contains(unique)))
                        .toList())
                .indexes(List.of());
        List<String> create = new ArrayList<>(new CreateTable(plain, false).standardSql(db2, before));
        if (guarded) {
            create.set(0, ifNotExists(create.get(0)));
        }
        Steps steps = new Steps(db2, before).then(create).meaning(state -> state.with(plain));
        for (Unique unique : late) {
            AddConstraint add = new AddConstraint(name, unique);
            List<String> words = db2.render(add, steps.state());
            steps.then(
                            guarded
                                    ? words.stream()
                                            .map(each -> db2.unless("42710", each))
                                            .toList()
                                    : words)
                    .meaning(add::apply);
        }
        for (Index index : table.indexes()) {
            steps.then(new CreateIndex(name, index, false, guarded));
        }
        return steps.statements();
    }

    /** The words came with 11.5 (Db2 11.5, "CREATE TABLE statement"). */
    private String ifNotExists(String create) {
        return db2.atLeast(11, 5)
                ? create.replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
                : db2.unless("42710", create);
    }

    /** The keys that point at a table go with it, but who reads the script should see that. */
    List<String> drop(DropTable operation, Schema before) {
        Name name = operation.table();
        Steps steps = new Steps(db2, before);
        if (operation.cascade()) {
            before.references(name)
                    .forEach(reference -> steps.then(
                            dropped(reference.table(), reference.key().name())));
        }
        String drop = "DROP TABLE ";
        return steps.then(
                        !operation.ifExists()
                                ? drop + db2.name(name)
                                : db2.atLeast(11, 5)
                                        ? drop + "IF EXISTS " + db2.name(name)
                                        : db2.unless("42704", drop + db2.name(name)))
                .statements();
    }

    /**
     * Foreign keys on both sides are put aside meanwhile, since a table of theirs cannot be renamed, and so are the
     * checks whose names follow from the table's (Db2 11.5, "RENAME statement").
     */
    List<String> rename(RenameTable operation, Schema before) {
        Name was = operation.table();
        Name is = was.sibling(operation.to());
        Schema after = operation.apply(before);
        List<ForeignKey> own = before.known(was)
                .map(table -> table.constraints(ForeignKey.class))
                .orElse(List.of());
        List<Schema.Reference> others = before.references(was).toList();
        List<String> statements = new ArrayList<>();
        others.forEach(reference ->
                statements.add(dropped(reference.table(), reference.key().name())));
        own.forEach(key -> statements.add(dropped(was, key.name())));
        guards(before, was).forEach(check -> statements.add(dropped(was, check.name())));
        statements.add("RENAME TABLE " + db2.name(was) + " TO " + db2.quote(operation.to()));
        guards(after, is).forEach(check -> statements.add(added(is, check)));
        own.forEach(key -> after.known(is)
                .flatMap(table -> table.constraint(key.name()))
                .ifPresent(moved -> statements.add(added(is, moved))));
        others.forEach(reference -> after.known(reference.table())
                .flatMap(table -> table.constraint(reference.key().name()))
                .ifPresent(moved -> statements.add(added(reference.table(), moved))));
        return statements;
    }

    private List<Check> guards(Schema state, Name table) {
        return state.known(table).stream()
                .flatMap(known -> known.columns().stream())
                .flatMap(column -> db2.guardCheck(table, column).stream())
                .toList();
    }

    // ---- constraints

    List<String> addConstraint(AddConstraint operation, Schema before) {
        Name table = operation.table();
        Optional<Table> known = before.known(table);
        Constraint constraint = operation.constraint();
        if (constraint instanceof ForeignKey key) {
            refuse(key, known.orElseGet(() -> Table.of(table, List.of())), before);
        }
        if (constraint instanceof Unique unique
                && known.filter(own -> Db2Indexes.isIndex(own, unique)).isPresent()) {
            db2.constraintDefinition(unique);
            unique.columns()
                    .forEach(column -> known.flatMap(own -> own.column(column)).ifPresent(db2::requireComparable));
            return List.of(Db2Indexes.worded(db2, table, unique));
        }
        Steps steps = new Steps(db2, before);
        if (constraint instanceof PrimaryKey key) {
            key.columns().stream()
                    .filter(column -> known.flatMap(own -> own.column(column))
                            .filter(Column::nullable)
                            .isPresent())
                    .forEach(column -> steps.then(AlterColumn.nullable(table, column, false)));
        }
        List<String> standard = operation.standardSql(db2, before);
        return steps.then(standard.get(standard.size() - 1)).statements();
    }

    /** A foreign key points at keys, not at indexes (Db2 11.5, "CREATE TABLE", references-clause). */
    private static void refuse(ForeignKey key, Table own, Schema before) {
        Optional<Table> referred = key.referred().equals(own.name()) ? Optional.of(own) : before.known(key.referred());
        referred.ifPresent(table -> table.constraints(Unique.class).stream()
                .filter(unique -> unique.columns().equals(key.referredColumns()) && Db2Indexes.isIndex(table, unique))
                .findFirst()
                .ifPresent(unique -> {
                    throw new Refusal(
                            "no-key",
                            "references",
                            "columns of '" + unique.name() + "' of table '" + table.name()
                                    + "' may be null, and db2 lets no foreign key point at such",
                            "Make its columns 'nullable: false'.");
                }));
    }

    List<String> dropConstraint(DropConstraint operation, Schema before) {
        Name table = operation.table();
        Optional<Table> own = before.known(table);
        Optional<Constraint> known = own.flatMap(found -> found.constraint(operation.constraint()));
        if (operation.ifExists()) {
            db2.require(Feature.IF_EXISTS);
        }
        List<String> statements = new ArrayList<>();
        if (operation.cascade() && known.isPresent()) {
            before.resting(table, known.get())
                    .forEach(reference -> statements.add(
                            dropped(reference.table(), reference.key().name())));
        }
        boolean index = known.filter(
                        rule -> rule instanceof Unique unique && Db2Indexes.isIndex(own.orElseThrow(), unique))
                .isPresent();
        String drop = index
                ? "DROP INDEX " + db2.name(table.sibling(operation.constraint()))
                : dropped(table, operation.constraint());
        statements.add(operation.ifExists() ? db2.unless("42704", drop) : drop);
        return statements;
    }

    private String dropped(Name table, String constraint) {
        return "ALTER TABLE " + db2.name(table) + " DROP CONSTRAINT " + db2.quote(constraint);
    }

    private String added(Name table, Constraint constraint) {
        return "ALTER TABLE " + db2.name(table) + " ADD " + db2.constraintDefinition(constraint);
    }
}
