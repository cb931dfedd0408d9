package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The declared type of a variable, as far as Groovy's way to make a value fit is trivial. */
enum Typing {
    ANY,
    TEXT,
    INTEGER,
    LONG,
    DECIMAL,
    BOOLEAN,
    LIST,
    MAP,
    DATE("LocalDate"),
    DATE_TIME("LocalDateTime"),
    TIME("LocalTime"),
    INSTANT("Instant"),
    UUID("UUID"),
    BUILDER("StringBuilder");

    /** What {@link Jdk} calls it, or null. */
    private final String kind;

    Typing() {
        this(null);
    }

    Typing(String kind) {
        this.kind = kind;
    }

    /** The type of a name, or null where it is none of these. */
    static Typing of(String name) {
        return switch (name) {
            case "def", "var", "Object" -> ANY;
            case "String" -> TEXT;
            case "int", "Integer" -> INTEGER;
            case "long", "Long" -> LONG;
            case "BigDecimal" -> DECIMAL;
            case "boolean", "Boolean" -> BOOLEAN;
            case "List" -> LIST;
            case "Map" -> MAP;
            case "LocalDate" -> DATE;
            case "LocalDateTime" -> DATE_TIME;
            case "LocalTime" -> TIME;
            case "Instant" -> INSTANT;
            case "UUID" -> UUID;
            case "StringBuilder" -> BUILDER;
            default -> null;
        };
    }

    /** Whether it may be null for sure, whatever its name was: of {@code int} and the like there are two. */
    boolean isEmptied() {
        return this != INTEGER && this != LONG && this != DECIMAL && this != BOOLEAN;
    }

    /** The value that a variable of this type gets. */
    Object assigned(Object value) {
        if (value == null && this != ANY && isEmptied()) {
            return null;
        }
        return this == LONG && value instanceof Integer whole ? Long.valueOf(whole) : passed(value);
    }

    /** The value that a parameter of this type gets. */
    Object passed(Object value) {
        if (this == TEXT && value instanceof Interpolated computed) {
            return computed.text();
        }
        if (!fits(value)) {
            throw new Declined();
        }
        return value;
    }

    private boolean fits(Object value) {
        return switch (this) {
            case ANY -> true;
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Integer;
            case LONG -> value instanceof Long;
            case DECIMAL -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case MAP -> value instanceof Map<?, ?>;
            case DATE, DATE_TIME, TIME, INSTANT, UUID, BUILDER ->
                Jdk.kind(value).equals(kind);
        };
    }
}
