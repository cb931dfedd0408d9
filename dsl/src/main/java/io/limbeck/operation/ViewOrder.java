package io.limbeck.operation;

import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The views of a schema, each behind those that its query speaks of. */
public final class ViewOrder {

    private final Schema schema;
    private final Set<View> placed = new LinkedHashSet<>();
    private final Set<View> begun = new LinkedHashSet<>();

    private ViewOrder(Schema schema) {
        this.schema = schema;
    }

    public static List<View> of(Schema schema) {
        ViewOrder order = new ViewOrder(schema);
        schema.views().forEach(order::place);
        return new ArrayList<>(order.placed);
    }

    private void place(View view) {
        if (begun.add(view)) {
            schema.views().stream()
                    .filter(other -> SqlText.names(view.query(), other.name().value()))
                    .forEach(this::place);
            placed.add(view);
        }
    }
}
