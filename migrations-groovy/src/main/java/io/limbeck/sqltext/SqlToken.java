package io.limbeck.sqltext;

import io.limbeck.sql.ScriptRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an SQL text.
 *
 * @param text words in lower case, strings without their quotes, names in quotes as they are
 */
record SqlToken(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    private static final String PLAIN_STRING = "(?:[^']|'')*";
    private static final String ESCAPED_STRING = "(?:[^'\\\\]|\\\\.|'')*";
    private static final String PIECES = "(?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)"
            + "|(?<introducer>_(?:utf8mb4|utf8mb3|utf8|latin1|binary|ascii)\\s*(?=['\\\\]))"
            + "|[nNeE]?'(?<string>STRING)'"
            + "|(?<dollar>\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)"
            + "|\"(?<double>(?:[^\"]|\"\")*)\""
            + "|`(?<back>(?:[^`]|``)*)`"
            + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|\\.\\d+(?:[eE][-+]?\\d+)?)"
            + "|(?<word>[\\p{L}_@#][\\p{L}\\p{N}_$#@]*)"
            + "|(?<sign>::|<>|!=|<=|>=|\\|\\||->>|->|#>>|#>|@>|<@|&&|!~~\\*|!~~|~~\\*|~~|!~\\*|!~|~\\*|<<|>>|:=|.)";
    private static final Pattern PIECE = Pattern.compile(PIECES.replace("STRING", PLAIN_STRING), Pattern.DOTALL);
    private static final Pattern ESCAPED_PIECE =
            Pattern.compile(PIECES.replace("STRING", ESCAPED_STRING), Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\([^%_])", Pattern.DOTALL);
    private static final Map<String, String> ESCAPED = Map.of("n", "\n", "r", "\r", "t", "\t", "0", "\0", "b", "\b");
    private static final Pattern BRACKETED = Pattern.compile("\\[([\\p{L}_][^\\]]*)]");

    /** The words of a text, with one that stands for its end. */
    static List<SqlToken> of(String sql, ScriptRules rules) {
        boolean escapes = rules.has(ScriptRules.Trait.BACKSLASH_ESCAPES);
        String text =
                rules.has(ScriptRules.Trait.BRACKETS) ? BRACKETED.matcher(sql).replaceAll("\"$1\"") : sql;
        List<SqlToken> tokens = new ArrayList<>();
        Matcher piece = (escapes ? ESCAPED_PIECE : PIECE).matcher(text);
        while (piece.find()) {
            if (piece.group("space") == null && piece.group("introducer") == null) {
                tokens.add(token(piece, escapes));
            }
        }
        tokens.add(new SqlToken(Kind.END, ""));
        return tokens;
    }

    private static SqlToken token(Matcher piece, boolean escapes) {
        if (piece.group("string") != null) {
            String string = piece.group("string").replace("''", "'");
            return new SqlToken(Kind.STRING, escapes ? unescaped(string) : string);
        }
        if (piece.group("dollar") != null) {
            return new SqlToken(Kind.STRING, piece.group("dollar").replaceAll("(?s)^\\$\\w*\\$|\\$\\w*\\$$", ""));
        }
        if (piece.group("double") != null) {
            return new SqlToken(Kind.QUOTED, piece.group("double").replace("\"\"", "\""));
        }
        if (piece.group("back") != null) {
            return new SqlToken(Kind.QUOTED, piece.group("back").replace("``", "`"));
        }
        if (piece.group("number") != null) {
            return new SqlToken(Kind.NUMBER, piece.group("number").toLowerCase(Locale.ROOT));
        }
        return piece.group("word") != null
                ? new SqlToken(Kind.WORD, piece.group("word").toLowerCase(Locale.ROOT))
                : new SqlToken(Kind.SIGN, piece.group("sign").equals("!=") ? "<>" : piece.group("sign"));
    }

    private static String unescaped(String string) {
        return ESCAPE.matcher(string)
                .replaceAll(escape -> Matcher.quoteReplacement(ESCAPED.getOrDefault(escape.group(1), escape.group(1))));
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }
}
