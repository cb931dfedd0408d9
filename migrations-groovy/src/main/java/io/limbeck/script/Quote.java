package io.limbeck.script;

/** The six ways to write a string in Groovy. */
enum Quote {
    TRIPLE_SINGLE("'''", "'''", false, true),
    TRIPLE_DOUBLE("\"\"\"", "\"\"\"", true, true),
    SINGLE("'", "'", false, false),
    DOUBLE("\"", "\"", true, false),
    DOLLAR_SLASHY("$/", "/$", true, true),
    SLASHY("/", "/", true, true);

    final String opening;
    final String closing;
    final boolean interpolates;
    final boolean multiline;

    Quote(String opening, String closing, boolean interpolates, boolean multiline) {
        this.opening = opening;
        this.closing = closing;
        this.interpolates = interpolates;
        this.multiline = multiline;
    }

    boolean slashy() {
        return this == SLASHY || this == DOLLAR_SLASHY;
    }

    /** Whether the string ends at {@code at}; of four or five quotes behind a triple-quoted string the last three end it. */
    boolean closes(String text, int at) {
        if (!text.startsWith(closing, at)) {
            return false;
        }
        if (closing.length() != 3) {
            return true;
        }
        int run = 3;
        while (run < 6 && at + run < text.length() && text.charAt(at + run) == closing.charAt(0)) {
            run++;
        }
        return run == 3 || run == 6;
    }

    /** What a whole string token without interpolation means. */
    String decode(String raw) {
        return decoded(raw.substring(opening.length(), raw.length() - closing.length()));
    }

    /** What stands between the quotes, or a part of it, means. */
    String decoded(String part) {
        String body = multiline ? part.replace("\r\n", "\n") : part;
        return switch (this) {
            case SLASHY -> Escapes.line(Escapes.unicode(body)).replace("\\/", "/");
            case DOLLAR_SLASHY ->
                Escapes.line(Escapes.unicode(body)).replace("$/", "/").replace("$$", "$");
            default -> Escapes.all(body);
        };
    }
}
