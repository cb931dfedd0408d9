package io.limbeck.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Pattern PIECE = Pattern.compile(
            "(?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<introducer>_(?:utf8mb4|utf8mb3|utf8|latin1|binary|ascii)\\s*(?=['\\\\]))"
                    + "|[nNeE]?'(?<string>(?:[^']|'')*)'"
                    + "|(?<dollar>\\$(\\w*)\\$.*?\\$\\6\\$)"
                    + "|\"(?<double>(?:[^\"]|\"\")*)\""
                    + "|`(?<back>(?:[^`]|``)*)`"
                    + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|\\.\\d+(?:[eE][-+]?\\d+)?)"
                    + "|(?<word>[\\p{L}_@#][\\p{L}\\p{N}_$#@]*)"
                    + "|(?<sign>::|<>|!=|<=|>=|\\|\\||->>|->|#>>|#>|@>|<@|&&|!~~\\*|!~~|~~\\*|~~|!~\\*|!~|~\\*|<<|>>|:=|.)",
            Pattern.DOTALL);
    private static final Pattern BRACKETED = Pattern.compile("\\[([\\p{L}_][^\\]]*)]");

    /**
     * The words of a text, with one that stands for its end.
     *
     * @param brackets whether square brackets are the quotes of names
     */
    static List<SqlToken> of(String sql, boolean brackets) {
        String text = brackets ? BRACKETED.matcher(sql).replaceAll("\"$1\"") : sql;
        List<SqlToken> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group("space") == null && piece.group("introducer") == null) {
                tokens.add(token(piece));
            }
        }
        tokens.add(new SqlToken(Kind.END, ""));
        return tokens;
    }

    private static SqlToken token(Matcher piece) {
        if (piece.group("string") != null) {
            return new SqlToken(Kind.STRING, piece.group("string").replace("''", "'"));
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

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }
}
