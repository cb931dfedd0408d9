package io.limbeck.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An index of a table.
 *
 * @param where the condition of a partial index
 * @param include columns carried along, not part of the key
 * @param using the index method, such as {@code gin}
 * @param options what only one database knows, by dialect and then by option
 */
public record Index(
        String name,
        List<IndexPart> parts,
        boolean unique,
        Optional<String> where,
        List<String> include,
        Optional<String> using,
        Map<String, Map<String, Object>> options) {

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The columns that the index names, carried ones included; expressions are free text and not looked into. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (IndexPart part : parts) {
            if (!part.expression()) {
                columns.add(part.text());
            }
        }
        columns.addAll(include);
        return columns;
    }

    /** Whether the index speaks of a column, in expressions and its condition too. */
    public boolean names(String column) {
        return columns().contains(column)
                || parts.stream().anyMatch(part -> part.expression() && SqlText.names(part.text(), column))
                || where.filter(condition -> SqlText.names(condition, column)).isPresent();
    }

    public Index named(String other) {
        return new Index(other, parts, unique, where, include, using, options);
    }

    public Index renaming(UnaryOperator<String> columnName) {
        List<IndexPart> renamed = parts.stream()
                .map(part -> new IndexPart(
                        part.expression() ? SqlText.renaming(part.text(), columnName) : columnName.apply(part.text()),
                        part.expression(),
                        part.descending(),
                        part.nulls()))
                .toList();
        return new Index(
                name,
                renamed,
                unique,
                where.map(text -> SqlText.renaming(text, columnName)),
                include.stream().map(columnName).toList(),
                using,
                options);
    }
}
