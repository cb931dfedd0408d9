package io.limbeck.operation;

import io.limbeck.type.Kind;
import java.util.Arrays;

/**
 * Tells, from the bytes alone, a cell that holds a value of its column's type in the wording that nearly all files have and
 * all databases read alike. Of any other cell it says nothing: {@link CellText} reads that.
 */
public final class UsualCell {

    private static final int MOST_DIGITS = 18;
    private static final int EXACT_DIGITS = 15;
    /** Before that, calendars differ. */
    private static final int FIRST_YEAR = 1583;

    private static final int DATE = 10;
    private static final int TIME = 8;
    private static final int MICROS = 6;
    private static final int UUID = 36;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private UsualCell() {}

    /**
     * Whether the bytes are such a cell.
     *
     * @param from where the cell begins
     * @param to behind its last byte
     */
    public static boolean is(Kind kind, byte[] bytes, int from, int to) {
        return switch (kind) {
            case BOOL -> isTruth(bytes, from, to);
            case SMALLINT, INTEGER, BIGINT -> isWhole(bytes, from, to);
            case DECIMAL, NUMERIC -> isDecimal(bytes, from, to);
            case REAL, DOUBLE_PRECISION ->
                to - from <= EXACT_DIGITS && bytes[from] != '-' && isDecimal(bytes, from, to);
            case DATE -> to - from == DATE && isDate(bytes, from);
            case TIME -> to - from == TIME && isTime(bytes, from);
            case TIMESTAMP -> isTimestamp(bytes, from, to);
            case UUID -> isUuid(bytes, from, to);
            case CHARS, VARCHAR, NVARCHAR, TEXT, JSON, JSONB -> true;
            default -> false;
        };
    }

    private static boolean isTruth(byte[] bytes, int from, int to) {
        return to - from == 1 && (bytes[from] == 't' || bytes[from] == 'f' || bytes[from] == '1' || bytes[from] == '0')
                || Arrays.equals(bytes, from, to, TRUE, 0, TRUE.length)
                || Arrays.equals(bytes, from, to, FALSE, 0, FALSE.length);
    }

    private static boolean isWhole(byte[] bytes, int from, int to) {
        int first = bytes[from] == '-' ? from + 1 : from;
        return to - first <= MOST_DIGITS && areDigits(bytes, first, to);
    }

    private static boolean isDecimal(byte[] bytes, int from, int to) {
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        int first = bytes[from] == '-' ? from + 1 : from;
        return areDigits(bytes, first, point) && (point == to || areDigits(bytes, point + 1, to));
    }

    private static boolean isTimestamp(byte[] bytes, int from, int to) {
        int length = to - from - DATE - 1 - TIME;
        return length >= 0
                && isDate(bytes, from)
                && (bytes[from + DATE] == ' ' || bytes[from + DATE] == 'T')
                && isTime(bytes, from + DATE + 1)
                && (length == 0
                        || length <= 1 + MICROS && bytes[to - length] == '.' && areDigits(bytes, to - length + 1, to));
    }

    /** The last days of a month count as unusual, so that none but a day which there is passes. */
    private static boolean isDate(byte[] bytes, int from) {
        return areDigits(bytes, from, from + 4)
                && bytes[from + 4] == '-'
                && areDigits(bytes, from + 5, from + 7)
                && bytes[from + 7] == '-'
                && areDigits(bytes, from + 8, from + DATE)
                && number(bytes, from) * 100 + number(bytes, from + 2) >= FIRST_YEAR
                && isWithin(number(bytes, from + 5), 1, 12)
                && isDay(number(bytes, from + 8), number(bytes, from + 5));
    }

    private static boolean isDay(int day, int month) {
        return isWithin(day, 1, 28) || month != 2 && (day == 29 || day == 30);
    }

    private static boolean isTime(byte[] bytes, int from) {
        return areDigits(bytes, from, from + 2)
                && bytes[from + 2] == ':'
                && areDigits(bytes, from + 3, from + 5)
                && bytes[from + 5] == ':'
                && areDigits(bytes, from + 6, from + TIME)
                && number(bytes, from) < 24
                && number(bytes, from + 3) < 60
                && number(bytes, from + 6) < 60;
    }

    private static boolean isUuid(byte[] bytes, int from, int to) {
        if (to - from != UUID) {
            return false;
        }
        for (int i = 0; i < UUID; i++) {
            byte each = bytes[from + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? each != '-' : !isWithin(each, '0', '9') && !isWithin(each, 'a', 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is at least one, and nothing else. */
    private static boolean areDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isWithin(bytes[i], '0', '9')) {
                return false;
            }
        }
        return from < to;
    }

    /** Of two digits. */
    private static int number(byte[] bytes, int from) {
        return (bytes[from] - '0') * 10 + bytes[from + 1] - '0';
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
