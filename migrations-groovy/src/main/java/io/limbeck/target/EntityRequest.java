package io.limbeck.target;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Naming;
import java.util.List;
import java.util.Map;

/**
 * Which entities are to be read, and as what.
 *
 * @param packages whose classes are looked at, with those below them
 * @param properties of the mapper, such as its naming strategies
 * @param naming the names of what the entities leave unnamed
 * @param classes has the entities and the mapper
 */
public record EntityRequest(
        List<String> packages, Map<String, String> properties, Dialect dialect, Naming naming, ClassLoader classes) {}
