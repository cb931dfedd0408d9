package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * The classes of the JDK that a script may use here, and how what it asks of them is looked up.
 *
 * <p>All that is allowed stands in tables by its signature, such as {@code LocalDate.of(int, int, int)},
 * {@code LocalDate#plusDays(long)} or {@code new BigDecimal(text)}. A {@code long} may be given as an {@code int}, as
 * everywhere in Groovy.
 */
final class Jdk {

    /** The packages of the classes, none of which needs an import in Groovy. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("LocalDate", "java.time"),
            Map.entry("LocalDateTime", "java.time"),
            Map.entry("LocalTime", "java.time"),
            Map.entry("OffsetDateTime", "java.time"),
            Map.entry("Instant", "java.time"),
            Map.entry("Duration", "java.time"),
            Map.entry("Period", "java.time"),
            Map.entry("BigDecimal", "java.math"),
            Map.entry("BigInteger", "java.math"),
            Map.entry("Integer", "java.lang"),
            Map.entry("Long", "java.lang"),
            Map.entry("Boolean", "java.lang"),
            Map.entry("String", "java.lang"),
            Map.entry("StringBuilder", "java.lang"),
            Map.entry("Math", "java.lang"),
            Map.entry("UUID", "java.util"),
            Map.entry("ArrayList", "java.util"),
            Map.entry("LinkedHashMap", "java.util"),
            Map.entry("TreeMap", "java.util"));

    /** What the tables answer where they have no such signature. */
    static final Object UNKNOWN = new Object();

    private Jdk() {}

    /** Whether that is one of the classes. */
    static boolean isClass(String name) {
        return PACKAGES.containsKey(name);
    }

    /** Whether that is one of the classes, in that package. */
    static boolean isClass(String inPackage, String name) {
        return inPackage.equals(PACKAGES.get(name));
    }

    static boolean isPackage(String name) {
        return PACKAGES.containsValue(name);
    }

    /** Whether a value never changes, and is the same text everywhere. */
    static boolean isPlain(Object value) {
        return value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof LocalTime
                || value instanceof OffsetDateTime
                || value instanceof Instant
                || value instanceof Duration
                || value instanceof Period
                || value instanceof UUID
                || value instanceof BigInteger;
    }

    /** What a value is in a signature. */
    static String kind(Object value) {
        if (value instanceof Integer) {
            return "int";
        }
        if (value instanceof Long) {
            return "long";
        }
        if (value instanceof BigDecimal) {
            return "decimal";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof CharSequence) {
            return "text";
        }
        if (value instanceof List<?>) {
            return "list";
        }
        if (value instanceof Map<?, ?>) {
            return "map";
        }
        if (value instanceof byte[]) {
            return "bytes";
        }
        if (value instanceof Growing) {
            return "StringBuilder";
        }
        return isPlain(value) ? value.getClass().getSimpleName() : "?";
    }

    // ---- what is asked

    /** {@code LocalDate.EPOCH} */
    static Object constant(Run run, String type, String name) {
        return found(run, type + '.' + name, List.of());
    }

    /** {@code LocalDate.of(2026, 1, 31)} */
    static Object statically(Run run, String type, String name, List<Object> arguments) {
        return found(run, type + '.' + name + kinds(arguments), arguments);
    }

    /** {@code new BigDecimal('1.50')} */
    static Object made(Run run, String type, List<Object> arguments) {
        return found(run, "new " + type + kinds(arguments), arguments);
    }

    /** {@code date.plusDays(1)} */
    static Object call(Run run, Object owner, String name, List<Object> arguments) {
        return found(run, owner, kind(owner) + '#' + name + kinds(arguments), arguments);
    }

    /** {@code date.dayOfMonth} */
    static Object property(Run run, Object owner, String name) {
        String getter = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "()";
        Object value = lookedUp(run, owner, kind(owner) + "#get" + getter, List.of());
        return value == UNKNOWN ? found(run, owner, kind(owner) + "#is" + getter, List.of()) : value;
    }

    private static String kinds(List<Object> arguments) {
        StringJoiner kinds = new StringJoiner(", ", "(", ")");
        for (Object argument : arguments) {
            kinds.add(kind(argument));
        }
        return kinds.toString();
    }

    private static Object found(Run run, String signature, List<Object> arguments) {
        return found(run, null, signature, arguments);
    }

    private static Object found(Run run, Object owner, String signature, List<Object> arguments) {
        run.count();
        Object value = lookedUp(run, owner, signature, arguments);
        int parenthesis = signature.indexOf('(');
        if (value == UNKNOWN && signature.indexOf("int", parenthesis) > 0 && parenthesis > 0) {
            String widened = signature.substring(0, parenthesis)
                    + signature.substring(parenthesis).replace("int", "long");
            value = lookedUp(run, owner, widened, arguments);
        }
        if (value == UNKNOWN) {
            throw new Declined();
        }
        return value;
    }

    private static Object lookedUp(Run run, Object owner, String signature, List<Object> arguments) {
        Given given = new Given(run, owner, arguments);
        String type = signature.startsWith("new ")
                ? signature.substring("new ".length(), signature.indexOf('('))
                : signature.substring(0, Math.max(signature.indexOf('#'), signature.indexOf('.')));
        return switch (type) {
            case "LocalDate" -> JdkDates.date(signature, given);
            case "LocalDateTime" -> JdkDates.dateTime(signature, given);
            case "LocalTime", "OffsetDateTime", "Instant", "Duration", "Period" -> JdkTimes.of(signature, given);
            case "BigDecimal", "BigInteger", "decimal", "Math" -> JdkNumbers.of(signature, given);
            case "Integer", "Long", "Boolean", "int", "long" -> JdkNumbers.whole(signature, given);
            case "String", "StringBuilder", "UUID", "text" -> JdkTexts.of(signature, given);
            case "ArrayList", "LinkedHashMap", "TreeMap" -> JdkCollections.made(signature, given);
            default -> UNKNOWN;
        };
    }
}
