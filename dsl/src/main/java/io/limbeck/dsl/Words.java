package io.limbeck.dsl;

import io.limbeck.error.Refusal;
import io.limbeck.schema.IndexPart;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Expression;
import io.limbeck.type.Kind;
import io.limbeck.type.Moment;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Verbatim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that stand for values inside a call: types, expressions, the parts of an index. */
public final class Words {

    private static final Set<String> FUNCTIONS = Set.of("sql", "type", "desc", "asc", "enumeration", "array");

    private Words() {}

    /** All words, for suggestions. */
    public static Set<String> all() {
        Set<String> words = new TreeSet<>(FUNCTIONS);
        Arrays.stream(Kind.values()).map(Kind::word).forEach(words::add);
        Arrays.stream(Moment.values()).map(Moment::script).forEach(words::add);
        return words;
    }

    public static boolean isFunction(String name) {
        return FUNCTIONS.contains(name) || Kind.of(name).isPresent();
    }

    /** The value of a word that stands alone, such as {@code bigint}. */
    public static Optional<Object> value(String name) {
        Optional<Kind> kind = Kind.of(name);
        if (kind.isPresent()) {
            return Optional.of(Scalar.of(kind.get()));
        }
        for (Moment moment : Moment.values()) {
            if (moment.script().equals(name)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    /**
     * The value of a word with arguments, such as {@code varchar(255)}.
     *
     * @param name one for which {@link #isFunction} holds
     * @throws Refusal when the arguments make no sense
     */
    public static Object value(String name, List<Object> positional, Map<String, Object> named) {
        Optional<Kind> kind = Kind.of(name);
        if (kind.isPresent()) {
            requireNothing(name, named, Set.of());
            return scalar(kind.get(), positional);
        }
        return switch (name) {
            case "sql" -> {
                requireNothing(name, named, Set.of());
                yield new Expression(text(name, positional, 1));
            }
            case "type" -> {
                requireNothing(name, named, Set.of());
                yield new Verbatim(text(name, positional, 1));
            }
            case "desc", "asc" -> part(name, positional, named);
            case "enumeration" -> enumeration(positional, named);
            default -> array(positional, named);
        };
    }

    private static Scalar scalar(Kind kind, List<Object> numbers) {
        List<Integer> parameters = new ArrayList<>();
        for (Object number : numbers) {
            if (!(number instanceof Integer) || (Integer) number < 0) {
                throw new Refusal(
                        "wrong-type", kind.word(), "'" + kind.word() + "' takes whole numbers, not " + number, null);
            }
            parameters.add((Integer) number);
        }
        if (parameters.size() > kind.mostParameters()) {
            throw new Refusal(
                    "too-many-arguments",
                    kind.word(),
                    "'" + kind.word() + "' takes "
                            + switch (kind.mostParameters()) {
                                case 0 -> "no number";
                                case 1 -> "at most one number";
                                default -> "at most two numbers";
                            },
                    null);
        }
        return new Scalar(kind, parameters);
    }

    private static IndexPart part(String name, List<Object> positional, Map<String, Object> named) {
        requireNothing(name, named, Set.of("nulls"));
        Object nulls = named.get("nulls");
        if (nulls != null && !nulls.equals("first") && !nulls.equals("last")) {
            throw new Refusal("wrong-value", "nulls", "'nulls' is 'first' or 'last', not '" + nulls + "'", null);
        }
        Optional<String> where = Optional.ofNullable(nulls).map(Object::toString);
        boolean expression = positional.size() == 1 && positional.get(0) instanceof Expression;
        String text = expression ? ((Expression) positional.get(0)).sql() : text(name, positional, 1);
        return new IndexPart(text, expression, name.equals("desc"), where);
    }

    private static Enumeration enumeration(List<Object> positional, Map<String, Object> named) {
        requireNothing("enumeration", named, Set.of());
        String name = text("enumeration", positional, 2);
        if (!(positional.get(1) instanceof List<?> values) || values.isEmpty()) {
            throw new Refusal(
                    "wrong-type",
                    "enumeration",
                    "'enumeration' needs a list of values",
                    "Write enumeration('mood', ['sad', 'ok']).");
        }
        return new Enumeration(name, values.stream().map(String::valueOf).toList());
    }

    private static ArrayType array(List<Object> positional, Map<String, Object> named) {
        requireNothing("array", named, Set.of("dimensions"));
        Object dimensions = named.getOrDefault("dimensions", 1);
        if (positional.size() != 1
                || !(positional.get(0) instanceof Type element)
                || !(dimensions instanceof Integer count)
                || count < 1) {
            throw new Refusal("wrong-type", "array", "'array' needs a type", "Write array(integer, dimensions: 2).");
        }
        return new ArrayType(element, count);
    }

    private static String text(String name, List<Object> positional, int size) {
        if (positional.size() == size && positional.get(0) instanceof CharSequence text && !text.isEmpty()) {
            return text.toString();
        }
        throw new Refusal(
                "wrong-type", name, "'" + name + "' needs " + (size == 1 ? "one string" : "a string first"), null);
    }

    private static void requireNothing(String name, Map<String, Object> named, Set<String> known) {
        for (String option : named.keySet()) {
            if (!known.contains(option)) {
                throw new Refusal(
                        "unknown-option",
                        option,
                        "'" + name + "' has no option '" + option + "'",
                        known.isEmpty() ? null : "It has " + String.join(", ", known) + ".");
            }
        }
    }
}
