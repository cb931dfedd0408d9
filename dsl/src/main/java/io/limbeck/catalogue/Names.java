package io.limbeck.catalogue;

import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names in a catalogue's answers, as scripts write them. */
final class Names {

    private final Reading reading;
    private final String current;

    Names(Reading reading, String current) {
        this.reading = reading;
        this.current = current;
    }

    /** The name of what a row is about. */
    Name own(Row row) {
        return of(row.values().get("schema_name"), row.required("name"));
    }

    Name of(String schema, String name) {
        return new Name(
                schema == null || schema.strip().equals(current) ? null : reading.scriptName(schema.strip()),
                reading.scriptName(name));
    }

    /** Rows by the table that they belong to, in their order. */
    Map<Name, List<Row>> byTable(List<Row> rows) {
        Map<Name, List<Row>> byTable = new LinkedHashMap<>();
        for (Row row : rows) {
            Name table = of(row.values().get("schema_name"), row.required("table_name"));
            byTable.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        }
        return byTable;
    }

    /** Rows by their name, in their order. */
    Map<String, List<Row>> byName(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (Row row : rows) {
            byName.computeIfAbsent(reading.scriptName(row.required("name")), any -> new ArrayList<>())
                    .add(row);
        }
        return byName;
    }

    List<String> columns(List<Row> rows, String label) {
        return rows.stream().map(row -> reading.scriptName(row.required(label))).toList();
    }
}
