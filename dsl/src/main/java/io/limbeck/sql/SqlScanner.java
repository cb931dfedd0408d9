package io.limbeck.sql;

import io.limbeck.sql.ScriptRules.Trait;
import java.util.Arrays;

/** Tells what begins at an offset of an SQL text and where it ends; never looks at a character twice. */
public final class SqlScanner {

    /** What a piece is. */
    public enum Kind {
        SPACE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        /** A name, a keyword or a number. */
        WORD,
        /** A string or a quoted name. */
        QUOTED,
        /** Any other single character. */
        SYMBOL
    }

    /** A piece of text; {@code closed} is false where the end of the text came first. */
    public record Piece(Kind kind, int end, boolean closed) {}

    private final String text;
    private final int to;
    private final ScriptRules rules;
    private String delimiter = "";

    public SqlScanner(String text, int to, ScriptRules rules) {
        this.text = text;
        this.to = to;
        this.rules = rules;
    }

    /** A text of the same length in which strings and quoted names are {@code x}, and comments blank but for their line ends. */
    public static String bare(String text, ScriptRules rules) {
        SqlScanner scanner = new SqlScanner(text, text.length(), rules);
        char[] bare = text.toCharArray();
        for (int at = 0; at < bare.length; ) {
            Piece piece = scanner.at(at);
            if (piece.kind() == Kind.QUOTED) {
                Arrays.fill(bare, at, piece.end(), 'x');
            } else if (piece.kind() == Kind.LINE_COMMENT || piece.kind() == Kind.BLOCK_COMMENT) {
                for (int i = at; i < piece.end(); i++) {
                    bare[i] = bare[i] == '\n' ? '\n' : ' ';
                }
            }
            at = piece.end();
        }
        return new String(bare);
    }

    /** Words end before this, too, as in {@code END$$}. */
    public void delimiter(String some) {
        delimiter = some;
    }

    public Piece at(int start) {
        char c = text.charAt(start);
        if (Character.isWhitespace(c)) {
            return piece(Kind.SPACE, spaceEnd(start));
        }
        if (lineComment(start)) {
            return piece(Kind.LINE_COMMENT, lineEnd(start));
        }
        if (starts("/*", start)) {
            return blockComment(start);
        }
        Piece quoted = quoted(start, c);
        if (quoted != null) {
            return quoted;
        }
        return isPart(c) ? word(start) : piece(Kind.SYMBOL, start + 1);
    }

    public boolean executable(int start) {
        return rules.has(Trait.EXECUTABLE_COMMENTS) && (starts("/*!", start) || starts("/*M!", start));
    }

    public int lineEnd(int from) {
        int end = from;
        while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private Piece quoted(int start, char c) {
        return switch (c) {
            case '\'', '"' -> quoted(start, start + 1, c, rules.has(Trait.BACKSLASH_ESCAPES));
            case '`' -> rules.has(Trait.BACKTICKS) ? quoted(start, start + 1, c, false) : null;
            case '[' -> rules.has(Trait.BRACKETS) ? quoted(start, start + 1, ']', false) : null;
            case '$' -> dollarQuoted(start);
            case 'e', 'E' ->
                rules.has(Trait.ESCAPE_STRINGS) && starts("'", start + 1) ? quoted(start, start + 2, '\'', true) : null;
            case 'q', 'Q' -> alternative(start, start + 1);
            case 'n', 'N' -> starts("q", start + 1) || starts("Q", start + 1) ? alternative(start, start + 2) : null;
            default -> null;
        };
    }

    private Piece quoted(int start, int from, char quote, boolean backslashes) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\\' && backslashes) {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (at + 1 < to && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return piece(Kind.QUOTED, at + 1);
            }
        }
        return new Piece(Kind.QUOTED, to, false);
    }

    /** Shape: {@code $tag$ … $tag$}; null where a dollar sign begins no such thing. */
    private Piece dollarQuoted(int start) {
        boolean tagged = rules.has(Trait.TAGGED_DOLLAR_QUOTES);
        if (!tagged && !rules.has(Trait.DOLLAR_QUOTES)) {
            return null;
        }
        int at = start + 1;
        while (tagged && at < to && isPart(text.charAt(at)) && text.charAt(at) != '$') {
            at++;
        }
        if (at >= to || text.charAt(at) != '$' || Character.isDigit(text.charAt(start + 1))) {
            return null;
        }
        return until(text.substring(start, at + 1), at + 1);
    }

    /** Shape: {@code q'[ … ]'}; null where the letter begins a word. */
    private Piece alternative(int start, int quote) {
        if (!rules.has(Trait.ALTERNATIVE_QUOTES) || !starts("'", quote) || quote + 1 >= to) {
            return null;
        }
        char opening = text.charAt(quote + 1);
        int bracket = "[{(<".indexOf(opening);
        char closing = bracket < 0 ? opening : "]})>".charAt(bracket);
        return until(closing + "'", quote + 2);
    }

    private Piece until(String closing, int from) {
        int end = text.indexOf(closing, from);
        boolean closed = end >= 0 && end + closing.length() <= to;
        return new Piece(Kind.QUOTED, closed ? end + closing.length() : to, closed);
    }

    private Piece blockComment(int start) {
        int depth = 1;
        int at = start + 2;
        while (at < to) {
            if (starts("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return piece(Kind.BLOCK_COMMENT, at);
                }
            } else if (rules.has(Trait.NESTED_COMMENTS) && starts("/*", at)) {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
        return new Piece(Kind.BLOCK_COMMENT, to, false);
    }

    private boolean lineComment(int start) {
        if (starts("--", start)) {
            boolean spaced = start + 2 >= to || Character.isWhitespace(text.charAt(start + 2));
            return spaced || !rules.has(Trait.SPACED_DASHES);
        }
        return rules.has(Trait.HASH_COMMENTS) && starts("#", start);
    }

    private Piece word(int start) {
        int end = start + 1;
        boolean watched = !delimiter.isEmpty() && !isLetter(delimiter.charAt(0));
        while (end < to && isPart(text.charAt(end)) && !(watched && starts(delimiter, end))) {
            end++;
        }
        return piece(Kind.WORD, end);
    }

    private int spaceEnd(int start) {
        int end = start;
        while (end < to && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean starts(String prefix, int at) {
        return at + prefix.length() <= to && text.startsWith(prefix, at);
    }

    public static boolean isPart(char c) {
        return isLetter(c) || c == '$';
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    private static Piece piece(Kind kind, int end) {
        return new Piece(kind, end, true);
    }
}
