package io.limbeck.dialect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The columns that take null, for databases in whose unique indexes null equals null: what leaves nulls out there is a
 * plain unique index, and what does not has the option {@code nullsNotDistinct}.
 */
final class NullableColumns {

    private final Set<List<String>> nullable = new HashSet<>();

    NullableColumns(Answers answers) {
        for (Row row : answers.to(Question.COLUMNS)) {
            if (row.flag("nullable")) {
                nullable.add(List.of(row.required("schema_name"), row.required("table_name"), row.required("name")));
            }
        }
    }

    /**
     * The rows of indexes as a script says them.
     *
     * @param leavingOut a row as a script says it, if its index leaves nulls in these columns out
     */
    List<Row> told(List<Row> indexes, BiFunction<Row, List<String>, Optional<Row>> leavingOut) {
        Map<List<String>, List<String>> taking = new LinkedHashMap<>();
        for (Row row : indexes) {
            List<String> own = taking.computeIfAbsent(index(row), any -> new ArrayList<>());
            boolean key = row.flag("is_unique") && !row.flag("is_included") && !row.flag("is_expression");
            if (key && nullable.contains(column(row))) {
                own.add(row.required("part"));
            }
        }
        return indexes.stream()
                .map(row -> {
                    List<String> own = taking.get(index(row));
                    return own.isEmpty()
                            ? row
                            : leavingOut.apply(row, own).orElseGet(() -> row.with("option_nullsNotDistinct", "true"));
                })
                .toList();
    }

    private static List<String> index(Row row) {
        return List.of(row.required("schema_name"), row.required("table_name"), row.required("name"));
    }

    private static List<String> column(Row row) {
        return List.of(row.required("schema_name"), row.required("table_name"), row.required("part"));
    }
}
