package io.limbeck.operation;

import io.limbeck.type.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Reads the text of a cell as a value of its column's type. */
public final class CellText {

    private static final String USUAL_DATE = "####-##-##";
    private static final String USUAL_TIMESTAMP = "####-##-## ##:##:##";

    private CellText() {}

    /**
     * The value of a cell.
     *
     * @throws NumberFormatException or {@link DateTimeException} when it is none
     */
    public static Object value(String text, Kind kind) {
        return switch (kind) {
            case BOOL -> bool(text);
            case SMALLINT, INTEGER, BIGINT -> Long.valueOf(text.strip());
            case DECIMAL, NUMERIC -> new BigDecimal(text.strip());
            case REAL, DOUBLE_PRECISION -> Double.valueOf(text.strip());
            case DATE -> date(text.strip());
            case TIME -> LocalTime.parse(text.strip());
            case TIMESTAMP -> timestamp(text.strip());
            case TIMESTAMPTZ -> OffsetDateTime.parse(text.strip().replace(' ', 'T'));
            case UUID -> uuid(text);
            case BINARY, VARBINARY, BLOB -> bytes(text);
            default -> text;
        };
    }

    private static Boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes" -> true;
            case "false", "f", "0", "no" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static LocalDate date(String text) {
        return hasShape(text, USUAL_DATE) ? usualDate(text) : LocalDate.parse(text);
    }

    private static LocalDateTime timestamp(String text) {
        return hasShape(text, USUAL_TIMESTAMP)
                ? LocalDateTime.of(
                        usualDate(text), LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)))
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** The usual shapes are read without a formatter, which takes five times as long; millions of rows have them. */
    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            char found = text.charAt(i);
            if (wanted == '#' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate usualDate(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Hexadecimal digits, as every database prints bytes, perhaps behind {@code 0x} or {@code \\x}. */
    private static byte[] bytes(String text) {
        String digits = text.strip();
        boolean marked = digits.startsWith("0x") || digits.startsWith("\\x");
        try {
            return HexFormat.of().parseHex(marked ? digits.substring(2) : digits);
        } catch (IllegalArgumentException malformed) {
            throw new NumberFormatException(text);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NumberFormatException(text);
        }
    }
}
