package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lists and maps that scripts may make with {@code new}; the order of others shows how they are made. */
final class JdkCollections {

    private JdkCollections() {}

    static Object made(String signature, Given given) {
        Object collection = switch (signature) {
            case "new ArrayList()" -> new ArrayList<>();
            case "new ArrayList(list)" ->
                new ArrayList<>((List<?>) given.arguments().get(0));
            case "new LinkedHashMap()" -> new LinkedHashMap<>();
            case "new LinkedHashMap(map)" ->
                new LinkedHashMap<>((Map<?, ?>) given.arguments().get(0));
            case "new TreeMap()" -> new TreeMap<>();
            case "new TreeMap(map)" ->
                new TreeMap<>((Map<?, ?>) given.arguments().get(0));
            default -> Jdk.UNKNOWN;
        };
        if (collection == Jdk.UNKNOWN) {
            return collection;
        }
        given.run().count(collection instanceof Map<?, ?> map ? map.size() : ((List<?>) collection).size());
        return given.run().made(collection);
    }
}
