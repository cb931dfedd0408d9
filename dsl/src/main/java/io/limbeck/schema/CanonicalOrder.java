package io.limbeck.schema;

import java.util.Comparator;

/** Sorts a table's parts by name, so that two tables can be compared without regard to order. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    static Table of(Table table) {
        return table.columns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .constraints(table.constraints().stream()
                        .sorted(Comparator.comparing(Constraint::name))
                        .toList())
                .indexes(table.indexes().stream()
                        .sorted(Comparator.comparing(Index::name))
                        .toList());
    }
}
