package io.limbeck.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where target metadata comes from, as {@code env.groovy} names it.
 *
 * @param names files, or packages
 * @param options what else is said, such as a database's URL
 */
public record Source(Kind kind, List<String> names, Map<String, Object> options) {

    /** By the words of {@code env.groovy}. */
    public enum Kind {
        SCHEMA,
        ENTITIES,
        SNAPSHOT,
        DATABASE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Source {
        names = List.copyOf(names);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Shape: {@code entities('com.acme.model')}, for messages. */
    @Override
    public String toString() {
        return kind.word() + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
