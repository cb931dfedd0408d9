package io.limbeck.dialect;

import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a statement, one after the other. */
final class SqliteWords {

    private static final Set<Character> QUOTES = Set.of('"', '`', '[');

    private record Word(SqlScanner.Kind kind, int from, int to) {}

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    SqliteWords(String text, ScriptRules rules) {
        this.text = text;
        SqlScanner scanner = new SqlScanner(text, text.length(), rules);
        for (int from = 0; from < text.length(); ) {
            SqlScanner.Piece piece = scanner.at(from);
            switch (piece.kind()) {
                case SPACE, LINE_COMMENT, BLOCK_COMMENT -> {
                    // says nothing
                }
                default -> words.add(new Word(piece.kind(), from, piece.end()));
            }
            from = piece.end();
        }
    }

    boolean hasNext() {
        return at < words.size();
    }

    /** Whether these keywords come next; then they are taken. */
    boolean takes(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!is(at + i, keywords[i])) {
                return false;
            }
        }
        at += keywords.length;
        return true;
    }

    /** Whether one of these keywords comes next. */
    boolean isAnyOf(Set<String> keywords) {
        return hasNext()
                && words.get(at).kind() != SqlScanner.Kind.QUOTED
                && keywords.contains(word(at).toUpperCase(Locale.ROOT));
    }

    private boolean is(int index, String keyword) {
        return index < words.size()
                && words.get(index).kind() != SqlScanner.Kind.QUOTED
                && word(index).equalsIgnoreCase(keyword);
    }

    private String word(int index) {
        return text.substring(words.get(index).from(), words.get(index).to());
    }

    /** The next word, whatever it is. */
    String next() {
        return word(at++);
    }

    /** The next word as a name, without its quotes. */
    String name() {
        String word = next();
        char first = word.charAt(0);
        if (!QUOTES.contains(first) && first != '\'') {
            return word;
        }
        String inner = word.substring(1, word.length() - 1);
        return first == '[' ? inner : inner.replace(String.valueOf(first) + first, String.valueOf(first));
    }

    /** Passes everything up to a symbol or a keyword outside parentheses; false where there is none. */
    boolean seeks(String wanted) {
        int depth = 0;
        while (hasNext()) {
            if (depth == 0 && is(at, wanted)) {
                return true;
            }
            depth += depth();
            at++;
        }
        return false;
    }

    private int depth() {
        return is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
    }

    /** The text in the parentheses that come next. */
    String parenthesised() {
        int from = words.get(at).to();
        int depth = 0;
        do {
            depth += depth();
            at++;
        } while (depth > 0 && hasNext());
        return text.substring(from, words.get(at - 1).from()).strip();
    }

    /** The texts between commas in the parentheses that come next. */
    List<String> list(ScriptRules rules) {
        return new SqliteWords(parenthesised(), rules).pieces();
    }

    /** The texts between the commas that stand outside parentheses. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (seeks(",")) {
            pieces.add(text.substring(from, words.get(at).from()).strip());
            from = words.get(at).to();
            at++;
        }
        pieces.add(text.substring(from).strip());
        return pieces;
    }

    /** The text from the next word to the last one before any of these keywords, outside parentheses. */
    String until(Set<String> keywords) {
        if (!hasNext()) {
            return "";
        }
        int from = words.get(at).from();
        int to = from;
        while (hasNext() && !isAnyOf(keywords)) {
            int depth = depth();
            to = words.get(at).to();
            at++;
            while (depth > 0 && hasNext()) {
                depth += depth();
                to = words.get(at).to();
                at++;
            }
        }
        return text.substring(from, to);
    }

    /** A constant: a number with its sign, a string, bytes or a word; or an expression in parentheses. */
    String value() {
        int from = words.get(at).from();
        if (is(at, "(")) {
            return "(" + parenthesised() + ")";
        }
        if (is(at, "+") || is(at, "-")) {
            at++;
        }
        at++;
        while (hasNext() && words.get(at).from() == words.get(at - 1).to() && !is(at, ",") && !is(at, ")")) {
            at++;
        }
        return text.substring(from, words.get(at - 1).to());
    }

    /** The text behind a keyword that stands outside parentheses; empty where there is none. */
    String behind(String keyword) {
        return seeks(keyword) ? text.substring(words.get(at).to()).strip() : "";
    }
}
