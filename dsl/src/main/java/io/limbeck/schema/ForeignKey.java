package io.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A foreign key.
 *
 * @param referredColumns empty while only the table is named; the referred primary key is meant
 * @param match {@code full} or {@code partial}; empty for the standard's {@code simple}
 * @param valid false where existing rows have not been checked
 */
public record ForeignKey(
        String name,
        List<String> columns,
        Name referred,
        List<String> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Optional<String> match,
        Deferral deferral,
        boolean valid)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
    }

    @Override
    public ForeignKey named(String other) {
        return new ForeignKey(other, columns, referred, referredColumns, onDelete, onUpdate, match, deferral, valid);
    }

    @Override
    public ForeignKey renaming(UnaryOperator<String> columnName) {
        List<String> renamed = columns.stream().map(columnName).toList();
        return new ForeignKey(name, renamed, referred, referredColumns, onDelete, onUpdate, match, deferral, valid);
    }

    /** The same key, pointing elsewhere. */
    public ForeignKey referring(Name table, List<String> tableColumns) {
        return new ForeignKey(name, columns, table, tableColumns, onDelete, onUpdate, match, deferral, valid);
    }

    public ForeignKey valid(boolean other) {
        return new ForeignKey(name, columns, referred, referredColumns, onDelete, onUpdate, match, deferral, other);
    }
}
