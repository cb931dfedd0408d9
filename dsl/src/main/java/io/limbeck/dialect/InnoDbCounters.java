package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/** What InnoDB wants of a table's AUTO_INCREMENT column. */
final class InnoDbCounters {

    private final InnoDb innoDb;

    InnoDbCounters(InnoDb innoDb) {
        this.innoDb = innoDb;
    }

    /** A new table has one counter at most. */
    void requireOne(Table table) {
        List<Column> counters = table.columns().stream()
                .filter(column -> column.identity().isPresent())
                .toList();
        if (counters.size() > 1) {
            throw new Refusal(
                    "unsupported",
                    "identity",
                    innoDb.dialect() + " has one AUTO_INCREMENT in a table, and both '"
                            + counters.get(0).name() + "' and '"
                            + counters.get(1).name() + "' are to be one",
                    "Leave 'identity' out at one of the two.");
        }
    }

    /** A counter's number is known only after the row is computed and checked (MySQL errors 3109 and 3818). */
    void requireApart(Table table) {
        table.columns().stream().filter(column -> column.identity().isPresent()).forEach(counter -> {
            table.columns().stream()
                    .filter(InnoDbColumns.computedFrom(counter.name()))
                    .filter(column ->
                            column.computed().flatMap(Computed::stored).orElse(false) || !innoDb.computesFromCounters())
                    .findFirst()
                    .ifPresent(column -> {
                        throw beforeCounted(
                                "computed",
                                column.name(),
                                counter,
                                innoDb.computesFromCounters()
                                        ? "Leave 'stored: true' out there."
                                        : "Compute it in a view.");
                    });
            table.constraints(Check.class).stream()
                    .filter(rule -> rule.names(counter.name()))
                    .findFirst()
                    .ifPresent(rule -> {
                        throw beforeCounted("check", rule.name(), counter, "Leave the counter out of the check.");
                    });
        });
    }

    private Refusal beforeCounted(String word, String name, Column counter, String instead) {
        return new Refusal(
                "unsupported",
                word,
                innoDb.dialect() + " knows the number of an AUTO_INCREMENT, as '" + counter.name() + "' is, only when '"
                        + name + "' is settled already",
                instead);
    }

    /** A table has one counter at most. */
    void requireOne(Optional<Table> table, Column column) {
        if (column.identity().isPresent()) {
            table.stream()
                    .flatMap(known -> known.columns().stream())
                    .filter(other ->
                            other.identity().isPresent() && !other.name().equals(column.name()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refusal(
                                "unsupported",
                                "identity",
                                innoDb.dialect() + " has one AUTO_INCREMENT in a table, and '" + other.name()
                                        + "' is it already",
                                "Use alterColumn '" + table.orElseThrow().name() + "', '" + other.name()
                                        + "', identity: false first.");
                    });
        }
    }
}
