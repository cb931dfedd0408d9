package io.limbeck.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type that is another one on some dialects.
 *
 * @param others types by dialect name
 */
public record PerDialect(Type usual, Map<String, Type> others) implements Type {

    public PerDialect {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    @Override
    public Type in(String dialect) {
        return others.getOrDefault(dialect, usual);
    }

    @Override
    public String script() {
        return usual.script()
                + others.entrySet().stream()
                        .map(other -> other.getKey() + ": " + other.getValue().script())
                        .collect(Collectors.joining(", ", ".on(", ")"));
    }
}
