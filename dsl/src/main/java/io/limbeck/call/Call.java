package io.limbeck.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call in a script. Shape: {@code createTable('account', schema: 'bank') { … }}
 *
 * @param positional values as Groovy gives them
 * @param named options in the order they were written
 */
public record Call(String name, List<Object> positional, Map<String, Object> named, Optional<Block> block, Site site) {

    public Call {
        positional = Collections.unmodifiableList(new java.util.ArrayList<>(positional));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }
}
