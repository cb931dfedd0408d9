package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Grammar;
import io.limbeck.type.Literal;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads, words and writes rows: values by column name. */
final class RowText {

    private RowText() {}

    static Map<String, Value> read(Object given) {
        if (!(given instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new Refusal(
                    "wrong-type",
                    null,
                    "a row is a map such as [id: 1, name: 'x'], not " + Arguments.described(given),
                    null);
        }
        Map<String, Value> row = new LinkedHashMap<>();
        for (Map.Entry<?, ?> cell : map.entrySet()) {
            String column = String.valueOf(cell.getKey());
            Optional<Value> value = Arguments.value(cell.getValue());
            if (value.isEmpty()) {
                throw new Refusal(
                        "wrong-type",
                        column,
                        "'" + column + "' cannot be " + Arguments.described(cell.getValue())
                                + ", for which SQL has no literal",
                        null);
            }
            row.put(column, value.get());
        }
        return Collections.unmodifiableMap(row);
    }

    /** The remaining positional arguments, each a row or a list of rows. */
    static List<Map<String, Value>> readAll(Arguments arguments) {
        List<Map<String, Value>> rows = new ArrayList<>();
        while (arguments.hasNext()) {
            Object given = arguments.next("a row");
            if (given instanceof List<?> list) {
                for (Object each : list) {
                    rows.add(read(each));
                }
            } else {
                rows.add(read(given));
            }
        }
        return rows;
    }

    static String literal(Grammar grammar, Schema before, Name table, String column, Value value) {
        Optional<Table> known = before.find(table);
        Optional<Column> target =
                known.isEmpty() ? Optional.empty() : known.get().column(column);
        return target.isEmpty()
                ? grammar.literal(value)
                : grammar.literal(value, target.get().type());
    }

    /** Shape: {@code id = 1 AND name IS NULL} */
    static String condition(Grammar grammar, Schema before, Name table, Map<String, Value> row) {
        return row.entrySet().stream()
                .map(cell -> grammar.quote(cell.getKey())
                        + (cell.getValue().equals(Literal.NULL)
                                ? " IS NULL"
                                : " = " + literal(grammar, before, table, cell.getKey(), cell.getValue())))
                .collect(Collectors.joining(" AND "));
    }

    static String script(Map<String, Value> row) {
        return ScriptText.script(row);
    }
}
