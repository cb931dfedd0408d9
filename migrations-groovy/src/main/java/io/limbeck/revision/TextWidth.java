package io.limbeck.revision;

/** How many columns text takes on a terminal, where some characters take two and some none. */
final class TextWidth {

    private static final char ELLIPSIS = '…';

    private TextWidth() {}

    /** The text, or as much of it as fits, ending in {@code …}. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int taken = 0;
        int end = 0;
        while (taken + of(text.codePointAt(end)) < columns) {
            taken += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** The first line that says something, with control characters as spaces. */
    static String oneLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(letter) ? 2 : 1;
        };
    }

    /** The blocks of East Asian scripts, full-width forms and pictures (Unicode's annex 11: wide). */
    private static boolean isWide(int letter) {
        return letter >= 0x1100
                && (letter <= 0x115F
                        || (letter >= 0x2E80 && letter <= 0xA4CF && letter != 0x303F)
                        || (letter >= 0xAC00 && letter <= 0xD7A3)
                        || (letter >= 0xF900 && letter <= 0xFAFF)
                        || (letter >= 0xFE30 && letter <= 0xFE6F)
                        || (letter >= 0xFF00 && letter <= 0xFF60)
                        || (letter >= 0xFFE0 && letter <= 0xFFE6)
                        || (letter >= 0x1F300 && letter <= 0x1F64F)
                        || (letter >= 0x1F900 && letter <= 0x1F9FF)
                        || (letter >= 0x20000 && letter <= 0x3FFFD));
    }
}
