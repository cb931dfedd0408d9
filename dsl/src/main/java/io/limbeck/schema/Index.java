package io.limbeck.schema;

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
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The columns that the index names, carried ones included; expressions are free text and not looked into. */
    public List<String> columns() {
        return java.util.stream.Stream.concat(
                        parts.stream().filter(part -> !part.expression()).map(IndexPart::text), include.stream())
                .toList();
    }

    public Index named(String other) {
        return new Index(other, parts, unique, where, include, using, options);
    }

    public Index renaming(UnaryOperator<String> columnName) {
        List<IndexPart> renamed = parts.stream()
                .map(part -> part.expression()
                        ? part
                        : new IndexPart(columnName.apply(part.text()), false, part.descending(), part.nulls()))
                .toList();
        return new Index(
                name, renamed, unique, where, include.stream().map(columnName).toList(), using, options);
    }
}
