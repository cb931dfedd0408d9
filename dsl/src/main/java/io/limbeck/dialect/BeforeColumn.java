package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;

/** The place of a new column where it is told by the one behind it. */
final class BeforeColumn {

    private BeforeColumn() {}

    /** Shape: {@code BEFORE age} with a space before it; empty for a column that comes last. */
    static String words(Dialect dialect, AddColumn operation, Schema before) {
        if (!operation.first() && operation.after().isEmpty()) {
            return "";
        }
        List<String> columns = before.known(operation.table())
                .map(Table::columnNames)
                .orElseThrow(() -> new Refusal(
                        "unknown-table",
                        operation.table().value(),
                        dialect.dialect() + " puts a column before another one, and the columns of table '"
                                + operation.table() + "' are not known from the history",
                        "Leave 'after' and 'first' out."));
        int place = operation.first() ? 0 : columns.indexOf(operation.after().orElseThrow()) + 1;
        return columns.stream()
                .skip(place)
                .findFirst()
                .map(next -> " BEFORE " + dialect.quote(next))
                .orElse("");
    }
}
