package io.limbeck.it.literals;

import groovy.json.JsonSlurper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

/** Compares values with what JDBC reads. */
final class Back {

    private Back() {}

    /** Whether the first column of a row holds a value. */
    static boolean equal(Object value, ResultSet row) throws SQLException {
        if (value == null) {
            row.getObject(1);
            return row.wasNull();
        }
        if (value instanceof byte[] bytes) {
            return Arrays.equals(bytes, row.getBytes(1));
        }
        if (value instanceof Double number) {
            return number.equals(row.getDouble(1)) || number == 0 && row.getDouble(1) == 0;
        }
        if (value instanceof Boolean truth) {
            return row.getBoolean(1) == truth;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number).compareTo(row.getBigDecimal(1)) == 0;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).compareTo(row.getBigDecimal(1)) == 0;
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant()
                    .equals(row.getObject(1, OffsetDateTime.class).toInstant());
        }
        String text = row.getString(1);
        if (value instanceof LocalDate date) {
            return date.equals(LocalDate.parse(text));
        }
        if (value instanceof LocalTime time) {
            return time.equals(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
        }
        if (value instanceof LocalDateTime moment) {
            return moment.equals(LocalDateTime.parse(text.replace(' ', 'T')));
        }
        return value instanceof UUID uuid ? uuid.equals(UUID.fromString(text)) : value.equals(text);
    }

    /** Whether the first column of a row holds JSON, which a database may space and order in its own way. */
    static boolean equalJson(Object value, ResultSet row) throws SQLException {
        return value == null || row.getString(1) == null
                ? equal(value, row)
                : parsed((String) value).equals(parsed(row.getString(1)));
    }

    private static Object parsed(String json) {
        return new JsonSlurper().parseText(json);
    }
}
