package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.View;
import java.util.Optional;

/**
 * What some databases refuse to have changed because something else is made of it: Derby (X0Y23) and HyperSQL (42502)
 * for the sake of views, Oracle (ORA-54031 to ORA-54033), SQL Server, Db2 and Derby for columns that are computed.
 */
final class InTheWay {

    private InTheWay() {}

    /** The first view that speaks of a table and, unless that is empty, of its column. */
    static Optional<View> view(Schema before, Name table, String column) {
        return before.views().stream()
                .filter(view -> SqlText.names(view.query(), table.value()))
                .filter(view -> column.isEmpty() || view.query().contains("*") || SqlText.names(view.query(), column))
                .findFirst();
    }

    /** Refuses what cannot be done while a view uses the table or, unless that is empty, its column. */
    static void refuseViews(Dialect dialect, Schema before, Name table, String column, String what) {
        view(before, table, column).ifPresent(view -> {
            throw new Refusal(
                    "still-used",
                    table.value(),
                    dialect.dialect() + " cannot " + what + " while the view '" + view.name() + "' uses it",
                    "Use dropView first, and createView again after it.");
        });
    }

    /** Refuses what cannot be done while a column is computed from this one. */
    static void refuseComputed(Dialect dialect, Schema before, Name table, String column, String what) {
        before.known(table).flatMap(known -> known.computedFrom(column)).ifPresent(other -> {
            throw new Refusal(
                    "still-used",
                    column,
                    "column '" + column + "' is used by the computed column '" + other.name() + "', so "
                            + dialect.dialect() + " cannot " + what,
                    "Drop '" + other.name() + "' first, and add it again after it.");
        });
    }
}
