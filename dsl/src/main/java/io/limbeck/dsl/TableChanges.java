package io.limbeck.dsl;

import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Hears {@code alterTable('t') { … }}: the verbs that take a table, without it, each passed on with it. */
final class TableChanges implements Receiver {

    private static final Set<String> VERBS = Set.of(
            "addColumn",
            "dropColumn",
            "renameColumn",
            "alterColumn",
            "addPrimaryKey",
            "dropPrimaryKey",
            "addUnique",
            "addForeignKey",
            "addCheck",
            "addExclude",
            "validateConstraint",
            "dropConstraint",
            "createIndex",
            "dropIndex",
            "renameIndex",
            "commentTable");

    private final Name table;
    private final Consumer<Call> whole;

    /**
     * @param whole hears each call with the table as its first argument
     */
    TableChanges(Name table, Consumer<Call> whole) {
        this.table = table;
        this.whole = whole;
    }

    @Override
    public Set<String> verbs() {
        return VERBS;
    }

    @Override
    public void hear(Call call) {
        List<Object> positional = new ArrayList<>();
        positional.add(table.value());
        positional.addAll(call.positional());
        Map<String, Object> named = new LinkedHashMap<>(call.named());
        if (table.schema() != null) {
            named.putIfAbsent("schema", table.schema());
        }
        whole.accept(new Call(call.name(), positional, named, call.block(), call.site()));
    }
}
