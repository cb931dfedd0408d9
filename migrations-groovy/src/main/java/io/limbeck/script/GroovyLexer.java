package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.script.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A Groovy script as tokens, in one pass and without Groovy: comments are dropped, strings and numbers decoded,
 * brackets known to match.
 *
 * <p>The rules are those of Groovy 5's lexer, down to what tells a division from a slashy string.
 */
public final class GroovyLexer {

    private static final Set<String> KEYWORDS =
            Set.of(("as def in trait threadsafe var boolean char byte short int long float double abstract assert break"
                            + " yield case catch class const continue default do else enum extends final finally for"
                            + " if goto implements import instanceof interface native new package permits private"
                            + " protected public return sealed static strictfp super switch synchronized this throw"
                            + " throws transient try void volatile while true false null")
                    .split(" "));
    private static final Set<String> SYMBOLS =
            Set.of((".. <.. ..< <..< *. ?. ?[ ??. ?: .& :: =~ ==~ ** **= <=> === !== -> ( ) { } [ ] ; , . = > < ! ~ ?"
                            + " : == <= >= != && || ++ -- + - * / & | ^ % += -= *= /= &= |= ^= %= <<= >>= >>>= ?= @"
                            + " ...")
                    .split(" "));
    private static final int LONGEST_SYMBOL = 4;
    /** Those that begin no longer symbol. */
    private static final String SINGLE = "()[]{},;";

    /** The texts of the tokens of one character that most scripts have. */
    private static final String[] TEXTS = new String[128];

    static {
        for (char c : (SINGLE + ":\n").toCharArray()) {
            TEXTS[c] = String.valueOf(c);
        }
    }

    /** A bracket that waits for its end; {@code string} is the string that an interpolation's brace interrupted. */
    private record Open(char bracket, int start, boolean ignoresNewlines, Text string) {}

    /** A string being read. */
    private record Text(Quote quote, int start, boolean computed) {}

    private final SourceText source;
    private final String text;
    /** The same text, with an end that is no part of anything. */
    private final char[] chars;

    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Token previous;
    private int interpolations;
    private int at;

    private GroovyLexer(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.chars = new char[text.length() + 3];
        text.getChars(0, text.length(), chars, 0);
    }

    /**
     * All tokens of a script.
     *
     * @throws LimbeckException with the first thing that is no Groovy: {@code unterminated-string},
     *     {@code unterminated-comment}, {@code unbalanced-bracket}, {@code bad-escape}, {@code bad-number},
     *     {@code unexpected-character}
     */
    public static List<Token> tokens(SourceText source) {
        GroovyLexer lexer = new GroovyLexer(source);
        lexer.read();
        return lexer.tokens;
    }

    /** One loop over all tokens: a method of its own for each would be compiled at length long before it pays. */
    private void read() {
        skipShebang();
        while (at < text.length()) {
            char c = chars[at];
            if (c == ' ' || c == '\t') {
                blanks();
            } else if (c >= 'a' && c <= 'z') {
                word();
            } else if (c == '\n' || c == '\r') {
                newline();
            } else if (SINGLE.indexOf(c) >= 0 || c == ':' && chars[at + 1] != ':') {
                symbol(1);
            } else if (c == '\'' && plainString()) {
                continue;
            } else if (c >= '0' && c <= '9' || c == '.' && chars[at + 1] >= '0' && chars[at + 1] <= '9') {
                number();
            } else if (c == '\\' && newlineEnd(at + 1) > at + 1) {
                at = newlineEnd(at + 1);
            } else if (text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (stringStart() != null) {
                Quote quote = stringStart();
                int start = at;
                at += quote.opening.length();
                string(new Text(quote, start, false));
            } else if (isLetter(at)) {
                word();
            } else {
                symbol(symbolLength());
            }
        }
        if (!open.isEmpty()) {
            Open last = open.peek();
            throw at(
                    last.start,
                    "unbalanced-bracket",
                    "'" + last.bracket + "' is never closed",
                    "Add the '" + closing(last.bracket) + "' that ends it.");
        }
    }

    private void skipShebang() {
        while (text.startsWith("#!", at)) {
            at = lineEnd(at);
            int behind = newlineEnd(at);
            at = text.startsWith("#!", behind) ? behind : at;
        }
    }

    private void blanks() {
        do {
            at++;
        } while (chars[at] == ' ' || chars[at] == '\t');
    }

    /** Takes a string in single quotes if it stands on one line and means what it says. */
    private boolean plainString() {
        int start = at;
        int end = at + 1;
        while (chars[end] > '\\' || chars[end] >= ' ' && chars[end] != '\'' && chars[end] != '\\') {
            end++;
        }
        boolean triple = end == at + 1 && chars[end + 1] == '\'';
        if (chars[end] != '\'' || triple) {
            return false;
        }
        at = end + 1;
        add(Kind.STRING, start, text.substring(start + 1, end));
        return true;
    }

    private void newline() {
        int start = at;
        at = newlineEnd(at);
        if (open.isEmpty() || !open.peek().ignoresNewlines) {
            add(Kind.NEWLINE, start, null);
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw at(at, "unterminated-comment", "the comment is never closed", "Close it with */.");
        }
        at = end + 2;
    }

    private Quote stringStart() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            Quote triple = c == '"' ? Quote.TRIPLE_DOUBLE : Quote.TRIPLE_SINGLE;
            return text.startsWith(triple.opening, at) ? triple : c == '"' ? Quote.DOUBLE : Quote.SINGLE;
        }
        if (c == '/') {
            return slashyAllowed() ? Quote.SLASHY : null;
        }
        return text.startsWith("$/", at) && !text.startsWith("$//$", at) ? Quote.DOLLAR_SLASHY : null;
    }

    /** Behind something that has a value, a slash divides. */
    private boolean slashyAllowed() {
        if (previous == null) {
            return true;
        }
        return switch (previous.kind()) {
            case IDENTIFIER, STRING, GSTRING, NUMBER -> false;
            case KEYWORD -> !Set.of("this", "true", "false", "null").contains(previous.text());
            case SYMBOL -> !Set.of("++", "--", "}", "]", ")").contains(previous.text());
            case NEWLINE -> true;
        };
    }

    /** Reads on to the end of a string, or to the brace of its next interpolation. */
    private void string(Text string) {
        Quote quote = string.quote;
        boolean computed = string.computed;
        int escapedEnd = -1;
        int i = at;
        while (i < text.length() && !quote.closes(text, i)) {
            char c = text.charAt(i);
            char following = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
            if (c == '\\' && !quote.slashy()) {
                i = escapeEnd(i);
            } else if (c == '\\' && quote == Quote.SLASHY && following == '/') {
                i += 2;
                escapedEnd = i;
            } else if (quote == Quote.DOLLAR_SLASHY && c == '$' && (following == '$' || following == '/')) {
                i += 2;
            } else if (c == '$' && quote.interpolates) {
                computed |= !quote.slashy() || following == '{' || following != '$' && isLetter(i + 1);
                i++;
                if (following == '{') {
                    open.push(new Open('{', i, false, new Text(quote, string.start, true)));
                    interpolations++;
                    previous = null;
                    at = i + 1;
                    return;
                }
            } else if ((c == '\n' || c == '\r') && !quote.multiline) {
                throw unterminated(string);
            } else {
                i++;
            }
        }
        if (i >= text.length() && escapedEnd < 0) {
            throw unterminated(string);
        }
        at = i >= text.length() ? escapedEnd : i + quote.closing.length();
        String raw = text.substring(string.start, at);
        add(computed ? Kind.GSTRING : Kind.STRING, string.start, computed ? null : quote.decode(raw));
    }

    private int escapeEnd(int backslash) {
        int behind = backslash + 1;
        char c = behind < text.length() ? text.charAt(behind) : '\0';
        if ("btnfrs\"'\\$".indexOf(c) >= 0 || c >= '0' && c <= '7') {
            return behind + 1;
        }
        if (newlineEnd(behind) > behind) {
            return newlineEnd(behind);
        }
        if (c == 'u'
                && text.substring(behind + 1, Math.min(behind + 5, text.length()))
                        .matches("[0-9a-fA-F]{4}")) {
            return behind + 5;
        }
        throw at(
                backslash,
                "bad-escape",
                "a backslash is followed by what is no escape",
                "Write \\\\ for a backslash; the escapes are \\b \\t \\n \\f \\r \\s \\' \\\" \\\\ \\$, \\uXXXX and octal"
                        + " numbers.");
    }

    private void number() {
        int start = at;
        at = NumberText.end(text, at);
        try {
            add(Kind.NUMBER, start, NumberText.value(text.substring(start, at)));
        } catch (NumberFormatException e) {
            throw at(
                    start,
                    "bad-number",
                    "'" + text.substring(start, at) + "' is not a number",
                    "A leading 0 makes a number octal, 0x hexadecimal, 0b binary.");
        }
    }

    private void word() {
        int start = at;
        while (isPlainPart(chars[at])) {
            at++;
        }
        while (chars[at] > '#' && at < text.length() && isPart(at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        String word = text.substring(start, at);
        add(KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.IDENTIFIER, start, word, null);
    }

    private int symbolLength() {
        int length = Math.min(LONGEST_SYMBOL, text.length() - at);
        while (length > 0 && !SYMBOLS.contains(text.substring(at, at + length))) {
            length--;
        }
        if (length == 0) {
            int character = text.codePointAt(at);
            throw at(
                    at,
                    "unexpected-character",
                    String.format("unexpected character '%s' (U+%04X)", Character.toString(character), character),
                    "Delete it, or put it in quotes.");
        }
        return length;
    }

    private void symbol(int length) {
        int start = at;
        at += length;
        char last = chars[at - 1];
        boolean opens = last == '(' || last == '[' || last == '{';
        if (opens) {
            boolean afterTry = previous != null && previous.is("try");
            open.push(new Open(last, at - 1, last == '[' || last == '(' && !afterTry, null));
        }
        if (last == ')' || last == ']' || last == '}') {
            Open opener = open.poll();
            if (opener == null || closing(opener.bracket) != last) {
                throw mismatch(opener, start, last);
            }
            if (opener.string != null) {
                interpolations--;
                string(opener.string);
                return;
            }
        }
        add(Kind.SYMBOL, start, null);
    }

    private void add(Kind kind, int start, Object value) {
        char first = chars[start];
        String known = at == start + 1 && first < TEXTS.length ? TEXTS[first] : null;
        add(kind, start, known == null ? text.substring(start, at) : known, value);
    }

    private void add(Kind kind, int start, String word, Object value) {
        previous = new Token(kind, start, at, word, value);
        if (interpolations == 0) {
            tokens.add(previous);
        }
    }

    private LimbeckException unterminated(Text string) {
        String quote = string.quote.closing;
        return at(
                string.start,
                "unterminated-string",
                "the string is never closed",
                string.quote.multiline
                        ? "Close it with " + quote + "."
                        : "Close it with " + quote + " on the same line; text of several lines stands in "
                                + quote.repeat(3) + ".");
    }

    private LimbeckException mismatch(Open opener, int where, char bracket) {
        String fact = "'" + bracket + "' closes nothing";
        if (opener == null) {
            return at(where, "unbalanced-bracket", fact, "Delete it, or add the '" + opening(bracket) + "' before it.");
        }
        return at(
                where,
                "unbalanced-bracket",
                fact + ": the '" + opener.bracket + "' of line " + source.lineAt(opener.start) + " is still open",
                "Close that with '" + closing(opener.bracket) + "' first.");
    }

    private LimbeckException at(int offset, String code, String fact, String remedy) {
        return LimbeckException.migration(Problem.at(source.place(offset), code, fact, remedy));
    }

    private static char closing(char bracket) {
        return bracket == '(' ? ')' : bracket == '[' ? ']' : '}';
    }

    private static char opening(char bracket) {
        return bracket == ')' ? '(' : bracket == ']' ? '[' : '{';
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int newlineEnd(int from) {
        if (text.startsWith("\r\n", from)) {
            return from + 2;
        }
        return text.startsWith("\n", from) || text.startsWith("\r", from) ? from + 1 : from;
    }

    private boolean isLetter(int offset) {
        return offset < text.length() && Character.isJavaIdentifierStart(text.codePointAt(offset));
    }

    private static boolean isPlainPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private boolean isPart(int offset) {
        int c = text.codePointAt(offset);
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
