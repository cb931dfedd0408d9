package io.limbeck.script;

/**
 * Backslash escapes, undone in the passes and the order of Groovy's own parser, so that even {@code '\134n'} (a line
 * end, since the octal pass makes the backslash) means the same here.
 */
final class Escapes {

    /** What an escape stands for. */
    @FunctionalInterface
    private interface Replacement {
        /** Writes what stands for the escape whose first character behind the backslash is at {@code at}; returns its length, or 0 for none. */
        int write(String text, int at, StringBuilder out);
    }

    private Escapes() {}

    /** All escapes of single, double and triple quotes. */
    static String all(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String joined = line(text.replace("\\$", "$"));
        String numeric = unicode(pass(joined, Escapes::octal));
        return pass(numeric, Escapes::standard).replace("\\\\", "\\");
    }

    static String unicode(String text) {
        return pass(text, Escapes::hexadecimal);
    }

    /** A backslash at the end of a line joins it with the next. */
    static String line(String text) {
        return pass(text, (all, at, out) -> all.startsWith("\r\n", at) ? 2 : all.startsWith("\n", at) ? 1 : 0);
    }

    /** A backslash acts only when an even number of them stands before it. */
    private static String pass(String text, Replacement replacement) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '\\') {
                out.append(text.charAt(at++));
                continue;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            boolean acts = (end - at) % 2 == 1;
            out.append(text, at, acts ? end - 1 : end);
            int taken = acts ? replacement.write(text, end, out) : 0;
            if (acts && taken == 0) {
                out.append('\\');
            }
            at = end + taken;
        }
        return out.toString();
    }

    private static int hexadecimal(String text, int at, StringBuilder out) {
        if (at + 5 > text.length() || text.charAt(at) != 'u') {
            return 0;
        }
        int value = 0;
        for (int i = at + 1; i < at + 5; i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return 0;
            }
            value = value * 16 + Character.digit(c, 16);
        }
        out.append((char) value);
        return 5;
    }

    private static int octal(String text, int at, StringBuilder out) {
        int longest = at < text.length() && text.charAt(at) <= '3' ? 3 : 2;
        int end = at;
        while (end < text.length() && end - at < longest && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        if (end > at) {
            out.append((char) Integer.parseInt(text, at, end, 8));
        }
        return end - at;
    }

    private static int standard(String text, int at, StringBuilder out) {
        int which = at < text.length() ? "btnfrs\"'".indexOf(text.charAt(at)) : -1;
        if (which < 0) {
            return 0;
        }
        out.append("\b\t\n\f\r \"'".charAt(which));
        return 1;
    }
}
