package io.limbeck.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A literal: a string, number, boolean, date, time, UUID, bytes or null.
 *
 * @param value of one of the classes that {@link #of} accepts, or null
 */
public record Literal(Object value) implements Value {

    /** The null of SQL. */
    public static final Literal NULL = new Literal(null);

    /** The literal of a script's value, or empty where SQL has none for it. */
    public static Optional<Literal> of(Object value) {
        if (value == null) {
            return Optional.of(NULL);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return Optional.of(new Literal(value.toString()));
        }
        if (value instanceof java.time.Instant instant) {
            return Optional.of(new Literal(instant.atOffset(java.time.ZoneOffset.UTC)));
        }
        if (value instanceof java.time.ZonedDateTime zoned) {
            return Optional.of(new Literal(zoned.toOffsetDateTime()));
        }
        boolean known = value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof UUID
                || value instanceof byte[];
        return known ? Optional.of(new Literal(value)) : Optional.empty();
    }

    @Override
    public String script() {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof BigDecimal) {
            return String.valueOf(value);
        }
        if (value instanceof Long) {
            return value + "L";
        }
        if (value instanceof BigInteger) {
            return value + "G";
        }
        if (value instanceof Number number) {
            return "new " + number.getClass().getSimpleName() + "('" + number + "')";
        }
        if (value instanceof byte[] bytes) {
            return "'" + HexFormat.of().formatHex(bytes) + "'.decodeHex()";
        }
        if (value instanceof UUID) {
            return "UUID.fromString('" + value + "')";
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        return "java.time." + value.getClass().getSimpleName() + ".parse('" + value + "')";
    }

    /** A string as a Groovy literal in single quotes. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\'' -> out.append("\\'");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('\'').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Literal literal && Objects.deepEquals(value, literal.value);
    }

    @Override
    public int hashCode() {
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value);
    }
}
