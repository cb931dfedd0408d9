package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops a column, and with it the constraints and indexes of its table that name it. Shape:
 * {@code dropColumn 'account', 'email'}
 */
public record DropColumn(Name table, String column, boolean ifExists) implements Operation, TableChange {

    static final Verb VERB = new Verb(
            "dropColumn",
            arguments -> new DropColumn(
                    arguments.name("the table's name"),
                    arguments.word("the column's name"),
                    arguments.flag("ifExists")));

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        if (ifExists && found.flatMap(known -> known.column(column)).isEmpty()) {
            return before;
        }
        before.find(table, column);
        before.tables().stream()
                .flatMap(other -> other.constraints(ForeignKey.class).stream()
                        .filter(key -> key.referred().equals(table)
                                && key.referredColumns().contains(column)
                                && !(other.name().equals(table) && key.columns().contains(column)))
                        .map(key -> new Schema.Reference(other.name(), key)))
                .findFirst()
                .ifPresent(reference -> {
                    throw new Refusal(
                            "still-referenced",
                            column,
                            "column '" + column + "' is still referenced by '" + reference.table() + "' (foreign key '"
                                    + reference.key().name() + "')",
                            "Drop that constraint first.");
                });
        if (found.isEmpty() || before.known(table).isEmpty()) {
            return before;
        }
        found.get().computedFrom(column).ifPresent(other -> {
            throw new Refusal(
                    "still-used",
                    column,
                    "column '" + column + "' is used by the computed column '" + other.name() + "'",
                    "Drop that column first.");
        });
        if (found.get().columns().size() == 1) {
            throw new Refusal(
                    "no-columns",
                    column,
                    "'" + column + "' is the last column of table '" + table + "'",
                    "Use dropTable.");
        }
        return before.with(found.get().withoutColumn(column));
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        List<String> statements = new ArrayList<>();
        before.known(table)
                .filter(known -> known.column(column).isPresent())
                .ifPresent(known -> statements.addAll(dependents(grammar, known, before)));
        statements.add("ALTER TABLE " + grammar.name(table) + " DROP COLUMN " + (ifExists ? "IF EXISTS " : "")
                + grammar.quote(column));
        return statements;
    }

    /** Drops the constraints and indexes that speak of further columns too, which a database may not drop by itself. */
    private List<String> dependents(Renderer grammar, Table known, Schema before) {
        List<String> others = known.columnNames().stream()
                .filter(other -> !other.equals(column))
                .toList();
        Schema state = before;
        List<String> statements = new ArrayList<>();
        for (Constraint constraint : known.constraints()) {
            if (constraint.names(column) && others.stream().anyMatch(constraint::names)) {
                DropConstraint drop = new DropConstraint(table, constraint.name(), false, false);
                statements.addAll(grammar.render(drop, state));
                state = drop.apply(state);
            }
        }
        for (Index index : known.indexes()) {
            if (index.names(column) && others.stream().anyMatch(index::names)) {
                DropIndex drop = new DropIndex(table, index.name(), false, false);
                statements.addAll(grammar.render(drop, state));
                state = drop.apply(state);
            }
        }
        return statements;
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Table> known = before.find(table);
        Optional<Column> dropped = known.flatMap(found -> found.column(column));
        if (dropped.isEmpty()) {
            return ifExists && !before.mayExist(column)
                    ? Reversal.nothing()
                    : Reversal.impossible("what column '" + column + "' of table '" + table
                            + "' looked like is not known from the history");
        }
        List<Constraint> constraints = known.get().constraints().stream()
                .filter(constraint -> constraint.names(column))
                .toList();
        List<Index> indexes = known.get().indexes().stream()
                .filter(index -> index.names(column))
                .toList();
        return Reversal.by(new AddColumn(table, dropped.get(), constraints, indexes, Optional.empty(), false, false));
    }

    @Override
    public String script() {
        return ScriptText.call("dropColumn")
                .argument(table.value())
                .argument(column)
                .schema(table)
                .flag("ifExists", ifExists)
                .line();
    }
}
