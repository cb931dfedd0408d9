package io.limbeck.operation;

import io.limbeck.call.Block;
import io.limbeck.call.Call;
import io.limbeck.call.Unknown;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import io.limbeck.type.PerDialect;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The arguments of a call, taken one after the other by whoever knows what they mean.
 *
 * <p>What was asked for is thereby known, so that {@link #done} can tell what was too much. A wrong option is reported
 * and left out; a missing or wrong mandatory argument ends the call with a {@link Refusal}.
 */
public final class Arguments {

    private static final String REPORTED = "reported";

    private final Call call;
    private final Context context;
    private final List<String> asked = new ArrayList<>();
    private int next;
    private boolean blockTaken;

    public Arguments(Call call, Context context) {
        this.call = call;
        this.context = context;
    }

    public Call call() {
        return call;
    }

    public Context context() {
        return context;
    }

    // ---- positional

    public boolean hasNext() {
        return next < call.positional().size();
    }

    /** The next positional argument, whatever it is. */
    public Object next(String what) {
        if (!hasNext()) {
            throw new Refusal("missing-argument", null, "'" + call.name() + "' needs " + what, null);
        }
        return call.positional().get(next++);
    }

    /** The next positional argument, a string. */
    public String word(String what) {
        Object value = next(what);
        if (value instanceof CharSequence && !value.toString().isBlank()) {
            return value.toString();
        }
        throw wrong(what, value, "a string that is not empty");
    }

    /** The next positional argument, one string or a list of them. */
    public List<String> words(String what) {
        return strings(what, next(what));
    }

    /** The remaining positional arguments, strings or one list of them. */
    public List<String> allWords(String what) {
        List<String> all = new ArrayList<>(words(what));
        while (hasNext()) {
            all.addAll(words(what));
        }
        return all;
    }

    /** The next positional argument as the name of a table or another object, in the schema of {@code schema:}. */
    public Name name(String what) {
        String word = word(what);
        return new Name(text("schema").orElse(null), word);
    }

    /** The next positional argument, a column's type. */
    public Type type() {
        Object value = next("a type");
        Optional<Type> type = type("a type", value);
        if (type.isEmpty()) {
            throw wrong("a type", value, "one of the types, such as varchar(40) or bigint");
        }
        return type.get();
    }

    // ---- options

    /** Whether the option was given, be it null. */
    public boolean has(String option) {
        asked.add(option);
        return call.named().containsKey(option);
    }

    public Optional<String> text(String option) {
        Object value = given(option);
        if (value == null) {
            return Optional.empty();
        }
        return value instanceof CharSequence ? Optional.of(value.toString()) : mismatch(option, value, "a string");
    }

    /** The option's string. @throws Refusal when it is missing */
    public String requiredText(String option) {
        return text(option)
                .orElseThrow(() -> new Refusal(
                        "missing-option", null, "'" + call.name() + "' needs the option '" + option + ":'", null));
    }

    public boolean flag(String option) {
        return choice(option).orElse(false);
    }

    public Optional<Boolean> choice(String option) {
        Object value = given(option);
        if (value == null) {
            return Optional.empty();
        }
        return value instanceof Boolean answer ? Optional.of(answer) : mismatch(option, value, "true or false");
    }

    public Optional<Long> number(String option) {
        Object value = given(option);
        if (value == null) {
            return Optional.empty();
        }
        return value instanceof Integer || value instanceof Long
                ? Optional.of(((Number) value).longValue())
                : mismatch(option, value, "a whole number");
    }

    public <T> Optional<T> oneOf(String option, Map<String, T> choices) {
        Optional<String> word = text(option);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        T choice = choices.get(word.get().toLowerCase(java.util.Locale.ROOT));
        if (choice == null) {
            report(
                    word.get(),
                    "wrong-value",
                    "'" + option + "' cannot be '" + word.get() + "'",
                    "It is one of " + String.join(", ", new TreeSet<>(choices.keySet())) + ".");
        }
        return Optional.ofNullable(choice);
    }

    public List<String> texts(String option) {
        Object value = given(option);
        return value == null ? List.of() : strings("'" + option + ":'", value);
    }

    public Optional<Map<String, Object>> map(String option) {
        Object value = given(option);
        if (value == null) {
            return Optional.empty();
        }
        return value instanceof Map<?, ?> map
                ? Optional.of(stringKeys(map))
                : mismatch(option, value, "a map such as [name: 'x']");
    }

    /** The option's value for SQL; empty where the option is missing, so ask {@link #has} to tell null from it. */
    public Optional<Value> value(String option) {
        if (!has(option)) {
            return Optional.empty();
        }
        Object given = call.named().get(option);
        Optional<Value> value = value(given);
        return value.isPresent() ? value : mismatch(option, given, "a literal or sql('…')");
    }

    public Optional<Type> optionalType(String option) {
        return option(option).flatMap(value -> {
            Optional<Type> type = type(option, value);
            return type.isPresent() ? type : mismatch(option, value, "a type, such as varchar(40)");
        });
    }

    /** The option as it was given; empty where it is missing or null. */
    public Optional<Object> option(String option) {
        return Optional.ofNullable(given(option));
    }

    /** Whether any of some options was given, all of which are known thereby. */
    boolean hasAny(List<String> options) {
        boolean any = false;
        for (String option : options) {
            any |= has(option);
        }
        return any;
    }

    /** The option as it was given; null where it is missing or null. */
    private Object given(String option) {
        asked.add(option);
        return call.named().get(option);
    }

    /** All options that were not asked for one by one, for calls that take any name. */
    public Map<String, Object> remaining() {
        Map<String, Object> rest = new LinkedHashMap<>(call.named());
        rest.keySet().removeAll(asked);
        asked.addAll(rest.keySet());
        return rest;
    }

    /** The braces behind the call. */
    public Optional<Block> block() {
        blockTaken = true;
        return call.block();
    }

    // ---- afterwards

    /** Reports what nobody asked for: unknown options, arguments too many, a block that means nothing. */
    public void done() {
        for (String option : call.named().keySet()) {
            if (!asked.contains(option)) {
                report(
                        option,
                        "unknown-option",
                        "'" + call.name() + "' has no option '" + option + "'",
                        Suggestion.remedy(option, "options", new TreeSet<>(asked)));
            }
        }
        if (hasNext()) {
            report(
                    String.valueOf(call.positional().get(next)),
                    "too-many-arguments",
                    "'" + call.name() + "' takes " + (next == 1 ? "one argument" : next + " arguments")
                            + ", and here is another",
                    null);
        }
        if (call.block().isPresent() && !blockTaken) {
            report(call.name(), "unexpected-block", "'" + call.name() + "' takes no block", null);
        }
    }

    /** Reports a problem at a word of this call. */
    public void report(String subject, String code, String fact, String remedy) {
        context.report(new Problem(code, call.site().of(subject), fact, remedy));
    }

    // ---- values

    /** A script's value as SQL has it; empty where it has none. */
    public static Optional<Value> value(Object given) {
        if (given instanceof Value value) {
            return Optional.of(value);
        }
        Optional<Literal> literal = Literal.of(given);
        return literal.isPresent() ? Optional.of(literal.get()) : Optional.empty();
    }

    private Optional<Type> type(String what, Object value) {
        if (value instanceof PerDialect varying) {
            for (String dialect : varying.others().keySet()) {
                if (!context.dialects().contains(dialect)) {
                    report(
                            dialect,
                            "unknown-dialect",
                            "'" + dialect + "' is not a dialect",
                            Suggestion.remedy(dialect, "dialects", context.dialects()));
                }
            }
        }
        if (value == Unknown.VALUE) {
            return Optional.of(new Verbatim(""));
        }
        return value instanceof Type type ? Optional.of(type) : Optional.empty();
    }

    private List<String> strings(String what, Object value) {
        List<?> list = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
        List<String> strings = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof CharSequence) || each.toString().isBlank()) {
                throw wrong(what, each, "strings");
            }
            strings.add(each.toString());
        }
        if (strings.isEmpty()) {
            throw wrong(what, value, "at least one string");
        }
        for (int i = 0; i < strings.size(); i++) {
            String each = strings.get(i);
            if (strings.lastIndexOf(each) > i) {
                throw new Refusal("named-twice", each, "'" + each + "' is named twice", null);
            }
        }
        return strings;
    }

    /** Whether what is refused has been told to the user already. */
    public static boolean isReported(Refusal refusal) {
        return refusal.code().equals(REPORTED);
    }

    /** Ends a call of which the user has been told already what is wrong with it. */
    static Refusal reported(String what) {
        return new Refusal(REPORTED, null, what, null);
    }

    private Refusal wrong(String what, Object value, String wanted) {
        if (value == Unknown.VALUE) {
            return reported(what);
        }
        return new Refusal(
                "wrong-type",
                String.valueOf(value),
                "'" + call.name() + "' needs " + wanted + " for " + what + ", not " + described(value),
                null);
    }

    private <T> Optional<T> mismatch(String option, Object value, String wanted) {
        if (value == Unknown.VALUE) {
            return Optional.empty();
        }
        report(option, "wrong-type", "'" + option + "' wants " + wanted + ", not " + described(value), null);
        return Optional.empty();
    }

    /** A value for a message: {@code 'yes'}, {@code 5}, {@code [a, b]}, {@code a Thread}. */
    static String described(Object value) {
        if (value instanceof CharSequence) {
            return "'" + value + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Arguments::described).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Type type) {
            return type.script();
        }
        if (value instanceof Value sql) {
            return sql.script();
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Map) {
            return String.valueOf(value);
        }
        return "a " + value.getClass().getSimpleName();
    }

    static Map<String, Object> stringKeys(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }
}
