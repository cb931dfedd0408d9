package io.limbeck.script;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Number literals: how far one reaches, and what it means. */
final class NumberText {

    private NumberText() {}

    /** The offset behind the number that begins at {@code start}, which is a digit or a point before a digit. */
    static int end(String text, int start) {
        if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
            return hexadecimal(text, start + 2);
        }
        if (text.startsWith("0b", start) || text.startsWith("0B", start)) {
            return suffix(text, digits(text, start + 2, 2), "lLiIgG");
        }
        int at = digits(text, start, 10);
        boolean whole = true;
        if (digit(text, at + 1, 10) && text.charAt(at) == '.') {
            at = digits(text, at + 1, 10);
            whole = false;
        }
        int exponent = exponent(text, at, "eE");
        whole = whole && exponent == at;
        return suffix(text, exponent, whole ? "lLiIgGfFdD" : "fFdDgG");
    }

    private static int hexadecimal(String text, int start) {
        int at = digits(text, start, 16);
        int point = at < text.length() && text.charAt(at) == '.' ? digits(text, at + 1, 16) : at;
        int exponent = exponent(text, point, "pP");
        return exponent > point ? suffix(text, exponent, "fFdDgG") : suffix(text, at, "lLiIgG");
    }

    /**
     * The value that Groovy gives a literal: the narrowest of Integer, Long and BigInteger, BigDecimal with a point
     * or an exponent, else what the suffix says; null where it does not fit its suffix or has none.
     *
     * @throws NumberFormatException where the digits make no number, such as {@code 09}
     */
    static Number value(String literal) {
        String text = literal.replace("_", "");
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean binary = text.startsWith("0b") || text.startsWith("0B");
        char last = text.charAt(text.length() - 1);
        boolean power = hex && (text.indexOf('p') > 0 || text.indexOf('P') > 0);
        boolean decimal = power || !hex && !binary && (isFraction(text) || "fFdD".indexOf(last) >= 0);
        if (decimal) {
            return decimal(text, last, power);
        }
        if (text.length() < 10 && (!text.startsWith("0") || text.length() == 1) && last <= '9') {
            return Integer.valueOf(text);
        }
        boolean suffixed = "lLiIgG".indexOf(last) >= 0;
        String digits = suffixed ? text.substring(0, text.length() - 1) : text;
        BigInteger value;
        if (hex || binary) {
            value = new BigInteger(digits.substring(2), hex ? 16 : 2);
        } else {
            value = new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
        }
        return integer(value, suffixed ? Character.toLowerCase(last) : ' ');
    }

    private static boolean isFraction(String text) {
        return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    private static Number integer(BigInteger value, char suffix) {
        return switch (suffix) {
            case 'g' -> value;
            case 'l' -> value.bitLength() < 64 ? (Number) value.longValue() : null;
            case 'i' -> value.bitLength() < 32 ? (Number) value.intValue() : null;
            default -> {
                if (value.bitLength() < 32) {
                    yield value.intValue();
                }
                yield value.bitLength() < 64 ? (Number) value.longValue() : value;
            }
        };
    }

    private static Number decimal(String text, char last, boolean power) {
        String digits = "fFdDgG".indexOf(last) >= 0 ? text.substring(0, text.length() - 1) : text;
        return switch (Character.toLowerCase(last)) {
            case 'f' -> Float.valueOf(digits);
            case 'd' -> Double.valueOf(digits);
            default -> power ? null : new BigDecimal(digits);
        };
    }

    /** Digits with underscores between them. */
    private static int digits(String text, int start, int radix) {
        int end = start;
        for (int at = start; at < text.length() && (text.charAt(at) == '_' || digit(text, at, radix)); at++) {
            if (text.charAt(at) != '_') {
                end = at + 1;
            }
        }
        return end;
    }

    private static int exponent(String text, int at, String marks) {
        if (at >= text.length() || marks.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int digits = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        return digit(text, digits, 10) ? digits(text, digits, 10) : at;
    }

    private static int suffix(String text, int at, String suffixes) {
        return at < text.length() && suffixes.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static boolean digit(String text, int at, int radix) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0;
    }
}
