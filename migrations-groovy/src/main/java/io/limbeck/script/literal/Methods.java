package io.limbeck.script.literal;

import io.limbeck.type.PerDialect;
import io.limbeck.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The methods, properties and elements that values have, as far as scripts may use them here. */
final class Methods {

    /** What Groovy does not look up in a map. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("class", "metaClass", "properties", "empty");

    private Methods() {}

    static Object call(Run run, Object owner, String name, List<Object> arguments) {
        if (owner instanceof CharSequence text) {
            return name.equals("stripIndent") || name.equals("stripMargin")
                    ? Texts.stripped(run, text, name, arguments)
                    : Texts.call(run, text.toString(), name, arguments);
        }
        if (owner instanceof List<?> list) {
            return Lists.call(run, list, name, arguments);
        }
        if (owner instanceof Map<?, ?> map) {
            return Maps.call(run, map, name, arguments);
        }
        if (owner instanceof Sequence sequence) {
            return Lists.call(run, sequence, name, arguments);
        }
        if (owner instanceof Routine routine && name.equals("call")) {
            return routine.call(run, arguments.toArray());
        }
        if (owner instanceof Map.Entry<?, ?> entry && arguments.isEmpty()) {
            return switch (name) {
                case "getKey" -> entry.getKey();
                case "getValue" -> entry.getValue();
                default -> throw new Declined();
            };
        }
        if (owner instanceof Pattern pattern) {
            return Patterns.call(run, pattern, name, arguments);
        }
        if (owner instanceof Search search) {
            return search.call(name, arguments);
        }
        return owner instanceof Integer number
                ? count(run, number, name, arguments)
                : Jdk.call(run, owner, name, arguments);
    }

    private static Object count(Run run, int number, String name, List<Object> arguments) {
        if (name.equals("toString") && arguments.isEmpty()) {
            return String.valueOf(number);
        }
        if (name.equals("times") && arguments.size() == 1 && arguments.get(0) instanceof Routine routine) {
            count(run, 0, number - 1, routine);
            return null;
        }
        boolean upTo = name.equals("upto") && arguments.size() == 2;
        if (upTo && arguments.get(0) instanceof Integer last && arguments.get(1) instanceof Routine routine) {
            if (last < number) {
                throw new Declined();
            }
            count(run, number, last, routine);
            return null;
        }
        return Jdk.call(run, number, name, arguments);
    }

    private static void count(Run run, int first, int last, Routine routine) {
        for (long i = first; i <= last; i++) {
            run.count();
            routine.call(run, (int) i);
        }
    }

    /** {@code type.on(dialect: other)} */
    static Object varying(Object owner, String name, List<Object> positional, Map<String, Object> named) {
        boolean on = name.equals("on") && positional.isEmpty();
        if (!on || owner instanceof PerDialect || !(owner instanceof Type usual)) {
            throw new Declined();
        }
        Map<String, Type> others = new LinkedHashMap<>();
        named.forEach((dialect, other) -> {
            if (!(other instanceof Type type)) {
                throw new Declined();
            }
            others.put(dialect, type);
        });
        return usual.on(others);
    }

    static Object property(Run run, Object owner, String name) {
        if (owner instanceof Map<?, ?> map && !OF_EVERY_OBJECT.contains(name)) {
            return map.get(name);
        }
        if (owner instanceof Map.Entry<?, ?> entry) {
            return switch (name) {
                case "key" -> entry.getKey();
                case "value" -> entry.getValue();
                default -> throw new Declined();
            };
        }
        if (owner instanceof Search search && name.equals("count")) {
            return search.call("getCount", List.of());
        }
        return Jdk.property(run, owner, name);
    }

    static Object element(Run run, Object owner, Object index) {
        if (owner instanceof CharSequence text) {
            return Texts.element(text.toString(), index);
        }
        if (owner instanceof Sequence sequence) {
            return Lists.element(sequence, index);
        }
        if (owner instanceof Search search) {
            return search.element(index);
        }
        if (owner instanceof Map<?, ?> map) {
            return map.get(index(index));
        }
        if (!(owner instanceof List<?> list) || owner instanceof Range) {
            throw new Declined();
        }
        return index instanceof Range part ? Lists.part(run, list, part) : Lists.element(list, index);
    }

    /** What stands in brackets behind a map, where Groovy takes a computed string for a property's name. */
    private static Object index(Object key) {
        if (key instanceof Interpolated) {
            throw new Declined();
        }
        return Maps.key(key);
    }

    /** Shape: {@code map.name = value} or {@code map[key] = value} or {@code list[0] = value} */
    @SuppressWarnings("unchecked")
    static void put(Run run, Object owner, Object index, Object value) {
        if (owner instanceof Map<?, ?> && !OF_EVERY_OBJECT.contains(String.valueOf(index))) {
            ((Map<Object, Object>) run.changing(owner)).put(index(index), value);
        } else if (owner instanceof List<?> list && index instanceof Integer at && at >= 0 && at < list.size()) {
            ((List<Object>) run.changing(owner)).set(at, value);
        } else {
            throw new Declined();
        }
    }
}
