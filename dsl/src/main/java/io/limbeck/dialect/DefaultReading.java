package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Expression;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the defaults of columns in a database's words: plain values become literals of the column's type, everything else
 * stays an expression.
 */
final class DefaultReading {

    private static final Pattern STRING = Pattern.compile("(?is)(?:N|DATE |TIME |TIMESTAMP )?\\s*'((?:[^']|'')*)'");
    private static final Pattern BYTES = Pattern.compile("(?i)X'((?:[0-9a-f]{2})*)'");
    private static final Pattern NUMBER = Pattern.compile("(?i)[-+]?(\\d+\\.?\\d*|\\.\\d+)(E[-+]?\\d+)?");
    private static final Set<Kind> EXACT = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.NUMERIC);
    private static final Set<Kind> FLOATING = Set.of(Kind.REAL, Kind.DOUBLE_PRECISION);
    private static final Map<String, Boolean> TRUTHS =
            Map.of("true", true, "t", true, "1", true, "false", false, "f", false, "0", false);
    private static final DateTimeFormatter BOTH = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(BOTH)
            .appendPattern("[ ]")
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter SHORT_ZONE =
            new DateTimeFormatterBuilder().append(BOTH).appendPattern("[ ]x").toFormatter(Locale.ROOT);

    private static final int DAY = "2026-11-23".length();

    private final Dialect dialect;

    DefaultReading(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<Value> of(String text, Type type) {
        String sql = unwrapped(text.strip());
        if (sql.isEmpty() || sql.equalsIgnoreCase("null")) {
            return Optional.empty();
        }
        Kind kind = kind(type);
        Boolean truth = TRUTHS.get(sql.toLowerCase(Locale.ROOT).replaceFirst("^'(.*)'$", "$1"));
        if (truth != null && (kind == Kind.BOOL || sql.length() > 1 && Character.isLetter(sql.charAt(0)))) {
            return Optional.of(new Literal(truth));
        }
        for (Moment moment : Moment.values()) {
            if (sql.equalsIgnoreCase(moment.name()) || sql.equalsIgnoreCase(word(moment))) {
                return Optional.of(moment);
            }
        }
        Matcher bytes = BYTES.matcher(sql);
        if (bytes.matches()) {
            return Optional.of(new Literal(HexFormat.of().parseHex(bytes.group(1))));
        }
        Matcher string = STRING.matcher(sql);
        if (string.matches()) {
            return Optional.of(literal(string.group(1).replace("''", "'"), sql, kind));
        }
        return Optional.of(NUMBER.matcher(sql).matches() ? number(sql, kind) : new Expression(sql));
    }

    /** Of a type that only the database knows, such as {@code int unsigned}, by its first word. */
    private static Kind kind(Type type) {
        if (type instanceof Scalar scalar) {
            return scalar.kind();
        }
        String words = type instanceof Verbatim verbatim ? verbatim.sql().toLowerCase(Locale.ROOT) : "";
        return words.matches("(tiny|small|medium|big)?int\\b.*|(decimal|numeric)\\b.*")
                ? Kind.DECIMAL
                : words.matches("(float|double|real)\\b.*") ? Kind.DOUBLE_PRECISION : Kind.TEXT;
    }

    /** The dialect's word for a moment; none where it has none. */
    private String word(Moment moment) {
        try {
            return dialect.moment(moment);
        } catch (Refusal unsayable) {
            return "";
        }
    }

    /** Without parentheses around the whole. */
    private static String unwrapped(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")")) {
            return sql;
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < sql.length() - 1; at++) {
            char c = sql.charAt(at);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return sql;
            }
        }
        return unwrapped(sql.substring(1, sql.length() - 1).strip());
    }

    private static Value number(String sql, Kind kind) {
        BigDecimal number = new BigDecimal(sql);
        if (FLOATING.contains(kind)) {
            return new Literal(number.doubleValue());
        }
        if (!EXACT.contains(kind)) {
            return sql.matches("[-+]?\\d{1,9}") ? new Literal(Integer.valueOf(sql)) : new Literal(number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return new Literal(plain);
        }
        return plain.precision() - plain.scale() < 10
                ? new Literal(plain.intValueExact())
                : new Literal(plain.setScale(0).toBigIntegerExact());
    }

    /** A quoted text, as the value that a column of a kind makes of it. */
    private static Value literal(String text, String sql, Kind kind) {
        try {
            if (EXACT.contains(kind) || FLOATING.contains(kind)) {
                return NUMBER.matcher(text).matches() ? number(text, kind) : new Expression(sql);
            }
            return switch (kind) {
                case DATE -> new Literal(LocalDate.parse(text));
                case TIME -> new Literal(LocalTime.parse(text));
                case TIMESTAMP ->
                    new Literal(
                            text.length() == DAY
                                    ? LocalDate.parse(text).atStartOfDay()
                                    : LocalDateTime.parse(text, BOTH));
                case TIMESTAMPTZ -> new Literal(zoned(text));
                default -> new Literal(text);
            };
        } catch (DateTimeException other) {
            return new Expression(sql);
        }
    }

    private static OffsetDateTime zoned(String text) {
        return OffsetDateTime.parse(text, text.matches(".*[-+]\\d\\d") ? SHORT_ZONE : ZONED);
    }
}
