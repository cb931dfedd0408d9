package io.limbeck.squash;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Data;
import io.limbeck.operation.Delete;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Insert;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RowChange;
import io.limbeck.operation.Update;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether an operation on rows means the same at the end of a range as at its own place. */
final class Carried {

    private Carried() {}

    /** Whether it changes rows, or may: such operations are carried over, others are in the schema state. */
    static boolean isOnRows(Operation operation) {
        return operation instanceof RowChange || operation instanceof Execute || operation instanceof Data;
    }

    /** Why it cannot stand behind the operations that make the final state; empty if it can. */
    static Optional<String> obstacle(Recorded recorded, Schema before, Schema end) {
        Operation operation = recorded.operation();
        if (operation instanceof Data) {
            return Optional.of("code cannot be carried over as text");
        }
        if (operation instanceof Execute) {
            return Optional.of("raw SQL may mean something else behind later changes");
        }
        try {
            operation.resolved(end).apply(end);
        } catch (Refusal refusal) {
            return Optional.of(refusal.fact() + " (at the end of the range)");
        }
        if (operation instanceof Insert insert) {
            return insert.rows().stream()
                    .flatMap(row -> unfilled(end, insert.table(), row).stream())
                    .findFirst();
        }
        if (operation instanceof Update update) {
            return renamed(update.where(), update.table(), before, end);
        }
        return operation instanceof Delete delete
                ? renamed(delete.where(), delete.table(), before, end)
                : Optional.empty();
    }

    /** A column that wants a value and would get none. */
    private static Optional<String> unfilled(Schema end, Name table, Map<String, ?> row) {
        List<String> wanting = end.known(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(column -> !column.nullable()
                        && column.defaultValue().isEmpty()
                        && column.identity().isEmpty()
                        && column.computed().isEmpty())
                .map(Column::name)
                .filter(name -> !row.containsKey(name))
                .toList();
        return wanting.isEmpty()
                ? Optional.empty()
                : Optional.of("the row has no value for column '" + wanting.get(0) + "', which came later");
    }

    /** A column that a condition speaks of and that is not there at the end. */
    private static Optional<String> renamed(Optional<String> where, Name table, Schema before, Schema end) {
        Set<String> lost = new HashSet<>(columns(before, table));
        lost.removeAll(columns(end, table));
        return where.flatMap(text -> lost.stream()
                .filter(column -> Pattern.compile(
                                "(?i)\\b" + Pattern.quote(column) + "\\b", Pattern.UNICODE_CHARACTER_CLASS)
                        .matcher(text)
                        .find())
                .sorted()
                .findFirst()
                .map(column -> "its condition speaks of column '" + column + "', which is gone at the end"));
    }

    private static Collection<String> columns(Schema schema, Name table) {
        return schema.known(table).map(Table::columnNames).orElse(List.of());
    }
}
