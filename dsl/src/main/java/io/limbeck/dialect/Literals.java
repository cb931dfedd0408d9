package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * Literals as SQL:2016 5.3 spells them; a dialect overrides what it spells otherwise, and gives its own as
 * {@link Dialect#literals()}.
 */
public class Literals {

    private static final String LEAPT = "1582-10-05";
    private static final String GREGORIAN = "1582-10-15";

    protected Literals() {}

    final String of(Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return "NULL";
        }
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Boolean truth) {
            return bool(truth);
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(((Number) value).doubleValue(), value);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof LocalDate date) {
            return date(text(date));
        }
        if (value instanceof LocalTime time) {
            return time(text(time));
        }
        if (value instanceof LocalDateTime moment) {
            return timestamp(text(moment));
        }
        if (value instanceof OffsetDateTime moment) {
            return zonedTimestamp(text(moment));
        }
        if (value instanceof UUID uuid) {
            return uuid(uuid.toString());
        }
        return bytes(HexFormat.of().formatHex((byte[]) value));
    }

    /** A date or time as the standard's literals have it in their quotes. */
    static String text(Temporal moment) {
        if (moment instanceof LocalTime time) {
            return time(time, new StringBuilder()).toString();
        }
        if (moment instanceof LocalDateTime both) {
            return both(both.toLocalDate(), both.toLocalTime()).toString();
        }
        return moment instanceof OffsetDateTime zoned
                ? both(zoned.toLocalDate(), zoned.toLocalTime())
                        .append(Offset.WORDS.format(zoned))
                        .toString()
                : moment.toString();
    }

    private static StringBuilder both(LocalDate date, LocalTime time) {
        return time(time, new StringBuilder(29).append(date).append(' '));
    }

    /** Without a formatter, which takes five times as long; millions of rows have one. */
    private static StringBuilder time(LocalTime time, StringBuilder to) {
        digits(time.getHour(), 2, to).append(':');
        digits(time.getMinute(), 2, to).append(':');
        digits(time.getSecond(), 2, to);
        if (time.getNano() == 0) {
            return to;
        }
        digits(time.getNano(), 9, to.append('.'));
        int end = to.length();
        while (to.charAt(end - 1) == '0') {
            end--;
        }
        to.setLength(end);
        return to;
    }

    private static StringBuilder digits(int number, int width, StringBuilder to) {
        int power = 1;
        for (int i = 1; i < width; i++) {
            power *= 10;
        }
        while (power > 0) {
            to.append((char) ('0' + number / power % 10));
            power /= 10;
        }
        return to;
    }

    /**
     * The text of a date or timestamp for a database that reads it by {@link java.util.GregorianCalendar}, where
     * 1582-10-15 follows upon 1582-10-04.
     */
    protected static String known(String text, String dialect) {
        String day = text.substring(0, LEAPT.length());
        if (day.compareTo(LEAPT) >= 0 && day.compareTo(GREGORIAN) < 0) {
            throw new Refusal(
                    "wrong-value",
                    null,
                    dialect + " has no " + day + ", since its calendar goes from 1582-10-04 to " + GREGORIAN,
                    "Use a day before or after.");
        }
        return text;
    }

    protected String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    protected String bool(boolean truth) {
        return truth ? "TRUE" : "FALSE";
    }

    /** A binary floating-point number; those that are no numbers have no literal in the standard. */
    protected String floating(double number, Object asGiven) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Refusal(
                    "unsupported", null, "there is no literal for " + number, "Use sql('…') in the database's words.");
        }
        String digits = asGiven.toString();
        return digits.contains("E") ? digits : digits + "E0";
    }

    /** @param text {@code 2026-11-23} */
    protected String date(String text) {
        return "DATE '" + text + "'";
    }

    /** @param text {@code 09:30:00}, with as many digits of the second as there are */
    protected String time(String text) {
        return "TIME '" + text + "'";
    }

    /** @param text {@code 2026-11-23 09:30:00} */
    protected String timestamp(String text) {
        return "TIMESTAMP '" + text + "'";
    }

    /** @param text {@code 2026-11-23 09:30:00+01:00} */
    protected String zonedTimestamp(String text) {
        return "TIMESTAMP WITH TIME ZONE '" + text + "'";
    }

    protected String uuid(String text) {
        return "'" + text + "'";
    }

    /** @param hex two digits a byte */
    protected String bytes(String hex) {
        return "X'" + hex + "'";
    }

    /** Made when the first offset is worded, as formatters take a cold start long. */
    private static final class Offset {

        static final DateTimeFormatter WORDS =
                new DateTimeFormatterBuilder().appendOffset("+HH:MM", "+00:00").toFormatter(Locale.ROOT);
    }
}
