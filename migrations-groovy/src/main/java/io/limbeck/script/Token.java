package io.limbeck.script;

/**
 * One token of a Groovy script.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last character
 * @param text as it stands in the script
 * @param value what a STRING or NUMBER means, else null; null too for a number that fits its suffix only when negated
 */
public record Token(Kind kind, int start, int end, String text, Object value) {

    /** What a token is. */
    public enum Kind {
        IDENTIFIER,
        /** A reserved word, {@code true}, {@code false} and {@code null} among them. */
        KEYWORD,
        NUMBER,
        /** A string without interpolation, whatever its quotes. */
        STRING,
        /** A string that {@code $} makes a computed one; it is one token, with all that it holds. */
        GSTRING,
        /** An operator or a separator, a semicolon among them. */
        SYMBOL,
        /** A line end outside parentheses and square brackets, where Groovy heeds it. */
        NEWLINE
    }

    /** Whether this is the word or symbol {@code word}; a string never is. */
    public boolean is(String word) {
        return (kind == Kind.SYMBOL || kind == Kind.KEYWORD || kind == Kind.IDENTIFIER) && text.equals(word);
    }

    /** Whether statements may end here. */
    public boolean separates() {
        return kind == Kind.NEWLINE || is(";");
    }

    /** The decoded text of a STRING. */
    public String string() {
        return (String) value;
    }
}
