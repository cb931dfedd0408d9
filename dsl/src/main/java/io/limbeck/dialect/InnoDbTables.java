package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropSchema;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Insert;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Index;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** InnoDB's wording of what is done to tables as a whole. */
final class InnoDbTables {

    private final InnoDb innoDb;
    private final InnoDbColumns columns;

    InnoDbTables(InnoDb innoDb, InnoDbColumns columns) {
        this.innoDb = innoDb;
        this.columns = columns;
    }

    /** One statement makes the table with its indexes and comments, so that it is there whole or not at all. */
    List<String> createTable(CreateTable operation, Schema before) {
        Table table = operation.table();
        AddConstraint.requireKeys(innoDb, table.constraints(), table, before);
        InnoDbCounters counters = new InnoDbCounters(innoDb);
        counters.requireOne(table);
        counters.requireApart(table);
        columns.requireDistinct(table.columnNames());
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(innoDb.columnDefinition(table.name(), column)));
        table.constraints().forEach(rule -> lines.add(innoDb.constraintDefinition(rule)));
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.forEach(index -> InnoDbIndexes.require(innoDb, Optional.of(table), index));
        indexes.addAll(InnoDbIndexes.own(table, innoDb.dialect()));
        indexes.forEach(index -> lines.add(InnoDbIndexes.definition(innoDb, index)));
        return List.of("CREATE " + (table.temporary() ? "TEMPORARY " : "") + "TABLE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + innoDb.name(table.name()) + " (\n    "
                + String.join(",\n    ", lines) + "\n)" + options(table));
    }

    private String options(Table table) {
        StringBuilder options = new StringBuilder();
        table.columns()
                .forEach(column -> InnoDb.start(column.identity())
                        .ifPresent(start -> options.append(' ').append(start)));
        table.comment().ifPresent(text -> options.append(" COMMENT = ").append(innoDb.comment(text)));
        Optional.ofNullable(table.options().get(innoDb.dialect()))
                .ifPresent(words -> options.append(' ').append(words));
        return options.toString();
    }

    /** CASCADE means nothing to the server, so the foreign keys that point at the table go one by one. */
    List<String> dropTable(DropTable operation, Schema before) {
        Steps steps = new Steps(innoDb, before);
        if (operation.cascade()) {
            before.references(operation.table())
                    .forEach(reference -> steps.then(new DropConstraint(
                            reference.table(), reference.key().name(), false, false)));
        }
        return steps.then("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + innoDb.name(operation.table()))
                .statements();
    }

    /** Without its schema the new name would be one of the current schema. */
    List<String> renameTable(RenameTable operation, Schema before) {
        columns.refuseViews(before, operation.table(), "");
        return new Clauses(innoDb, operation.table())
                .then("RENAME TO " + innoDb.name(operation.table().sibling(operation.to())))
                .statements();
    }

    List<String> commentTable(CommentTable operation, Schema before) {
        return new Clauses(innoDb, operation.table())
                .then("COMMENT = " + innoDb.comment(operation.text().orElse("")))
                .statements();
    }

    /** The server drops a schema with all that is in it, and knows no RESTRICT. */
    List<String> dropSchema(DropSchema operation, Schema before) {
        return Conditional.ifEmpty(innoDb, operation.name(), "DROP SCHEMA " + innoDb.quote(operation.name()));
    }

    /** A counter takes 0 for a request to count on (MySQL Reference Manual, "NO_AUTO_VALUE_ON_ZERO"). */
    List<String> insert(Insert operation, Schema before) {
        before.known(operation.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.identity().isPresent())
                .filter(column -> operation.rows().stream()
                        .anyMatch(row -> row.get(column.name()) instanceof Literal literal && isZero(literal.value())))
                .findFirst()
                .ifPresent(column -> {
                    throw new Refusal(
                            "wrong-value",
                            column.name(),
                            innoDb.dialect() + " would give '" + column.name()
                                    + "' the next number where 0 is inserted, since it is an AUTO_INCREMENT",
                            "Insert the row with another number, and update that to 0.");
                });
        return operation.standardSql(innoDb, before);
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && new BigDecimal(number.toString()).signum() == 0;
    }
}
