package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The methods of maps. */
final class Maps {

    private Maps() {}

    /** A key, which nothing can change any more. */
    static Object key(Object key) {
        boolean plain = key == null || key instanceof CharSequence || key instanceof Number || key instanceof Boolean;
        if (!plain && !Jdk.isPlain(key)) {
            throw new Declined();
        }
        return key;
    }

    /** What Groovy makes of a sorted map is sorted too. */
    static void requireInsertionOrder(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?>) {
            throw new Declined();
        }
    }

    static Object call(Run run, Map<?, ?> map, String name, List<Object> arguments) {
        return switch (arguments.size()) {
            case 0 -> call(map, name);
            case 1 ->
                arguments.get(0) instanceof Routine routine
                        ? iterated(run, map, name, routine)
                        : call(run, map, name, arguments.get(0));
            case 2 -> call(run, map, name, arguments.get(0), arguments.get(1));
            default -> throw new Declined();
        };
    }

    @SuppressWarnings("unchecked")
    private static Object call(Map<?, ?> map, String name) {
        return switch (name) {
            case "size" -> map.size();
            case "isEmpty" -> map.isEmpty();
            case "keySet" -> new Sequence((Collection<Object>) map.keySet());
            case "values" -> new Sequence((Collection<Object>) map.values());
            default -> throw new Declined();
        };
    }

    private static Object call(Run run, Map<?, ?> map, String name, Object argument) {
        return switch (name) {
            case "containsKey" -> map.containsKey(key(argument));
            case "get" -> map.get(key(argument));
            case "plus" -> Operations.of(Operator.PLUS, map, argument, run);
            default -> throw new Declined();
        };
    }

    @SuppressWarnings("unchecked")
    private static Object call(Run run, Map<?, ?> map, String name, Object key, Object value) {
        return switch (name) {
            case "getOrDefault" -> ((Map<Object, Object>) map).getOrDefault(key(key), value);
            case "put" -> ((Map<Object, Object>) run.changing(map)).put(key(key), value);
            default -> throw new Declined();
        };
    }

    private static Object iterated(Run run, Map<?, ?> map, String name, Routine routine) {
        return switch (name) {
            case "each" -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    run.count();
                    routine.call(run, entry);
                }
                yield map;
            }
            case "collect" -> {
                List<Object> collected = new ArrayList<>();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    run.count();
                    collected.add(routine.call(run, entry));
                }
                yield run.made(collected);
            }
            case "collectEntries" -> of(run, map.entrySet(), routine);
            case "findAll" -> {
                requireInsertionOrder(map);
                Map<Object, Object> found = new LinkedHashMap<>();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    run.count();
                    if (Operations.truth(routine.call(run, entry))) {
                        found.put(entry.getKey(), entry.getValue());
                    }
                }
                yield run.made(found);
            }
            default -> throw new Declined();
        };
    }

    /** {@code collectEntries}: what the closure answers is a map, or a list of key and value. */
    static Map<Object, Object> of(Run run, Collection<?> elements, Routine routine) {
        Map<Object, Object> collected = new LinkedHashMap<>();
        for (Object element : elements) {
            run.count();
            Object made =
                    element instanceof Map.Entry<?, ?> entry ? routine.call(run, entry) : routine.call(run, element);
            if (made instanceof Map<?, ?> entries) {
                collected.putAll(entries);
            } else if (made instanceof List<?> pair && !(made instanceof Range) && pair.size() == 2) {
                collected.put(key(pair.get(0)), pair.get(1));
            } else {
                throw new Declined();
            }
        }
        return run.made(collected);
    }
}
