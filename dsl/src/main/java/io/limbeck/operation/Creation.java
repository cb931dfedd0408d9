package io.limbeck.operation;

import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that make a schema state out of nothing. */
public final class Creation {

    private final Schema state;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Name, Table> waiting = new LinkedHashMap<>();

    private Creation(Schema state) {
        this.state = state;
        state.tables().forEach(table -> waiting.put(table.name(), table));
    }

    /** The operations in an order that runs; of the views, those come first that others speak of. */
    public static List<Operation> of(Schema state) {
        return of(state, ViewOrder.of(state).stream().map(View::name).toList());
    }

    /**
     * @param views the names of views in the order in which they can be made
     */
    public static List<Operation> of(Schema state, List<Name> views) {
        Creation creation = new Creation(state);
        state.schemas().stream().sorted().forEach(name -> creation.operations.add(new CreateSchema(name)));
        state.enums().forEach(type -> creation.operations.add(new CreateEnum(type)));
        state.sequences().forEach(sequence -> creation.operations.add(new CreateSequence(sequence)));
        creation.tables();
        views.stream()
                .flatMap(name -> state.view(name).stream())
                .forEach(view -> creation.operations.add(new CreateView(view, false)));
        state.views().stream()
                .map(View::name)
                .filter(name -> !views.contains(name))
                .forEach(name ->
                        creation.operations.add(new CreateView(state.view(name).orElseThrow(), false)));
        return creation.operations;
    }

    /** Tables after those that they refer to; where some refer to each other, the keys of the first come later. */
    private void tables() {
        List<AddConstraint> later = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(this::isReady)
                    .findFirst()
                    .orElseGet(() -> waiting.values().iterator().next());
            List<ForeignKey> early = next.constraints(ForeignKey.class).stream()
                    .filter(key -> waits(next, key))
                    .toList();
            early.forEach(key -> later.add(new AddConstraint(next.name(), key)));
            operations.add(new CreateTable(
                    next.constraints(next.constraints().stream()
                            .filter(constraint -> !early.contains(constraint))
                            .toList()),
                    false));
            waiting.remove(next.name());
        }
        operations.addAll(later);
    }

    private boolean isReady(Table table) {
        return table.constraints(ForeignKey.class).stream().noneMatch(key -> waits(table, key));
    }

    private boolean waits(Table table, ForeignKey key) {
        return !key.referred().equals(table.name()) && waiting.containsKey(key.referred());
    }
}
