package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.script.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts parentheses around the arguments of calls that have named ones and no parentheses, as {@code revision 'b2', down:
 * 'a1'}, for Groovy's compiler alone.
 *
 * <p>Groovy's parser tries a fast way first (ANTLR's SLL), which gives up at such a call; the whole script is then parsed
 * in the slow way (LL), which takes a hundred times as long. What the script means does not change, nor does where
 * anything in it stands: a parenthesis takes the place of a blank, or comes at the end of a line. Where it is not plain
 * where a call ends, it stays as it is.
 */
final class Parentheses {

    /** What assigns or declares at the level of the arguments. */
    private static final Set<String> UNCLEAR =
            Set.of("=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "?=", "->", "@");

    /** The keywords that go on with what stands on the line above. */
    private static final Set<String> CONTINUING =
            Set.of("as", "in", "instanceof", "else", "catch", "finally", "extends", "implements", "throws", "permits");

    private static final Set<String> VALUES = Set.of("true", "false", "null", "this");

    private final String text;
    private final List<Token> tokens;
    private final StringBuilder changed;
    private final List<Integer> lineEnds = new ArrayList<>();

    private Parentheses(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.changed = new StringBuilder(text);
    }

    /** The script with more parentheses. */
    static String in(SourceText source) {
        try {
            return new Parentheses(source.text(), GroovyLexer.tokens(source)).added();
        } catch (LimbeckException noGroovy) {
            return source.text();
        }
    }

    private String added() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isBeginning(i)) {
                int name = name(i);
                int last = last(name + 1);
                if (last > name) {
                    put(tokens.get(name).end(), tokens.get(last).end());
                }
            }
        }
        lineEnds.sort(Comparator.reverseOrder());
        for (int end : lineEnds) {
            changed.insert(end, ')');
        }
        return changed.toString();
    }

    private void put(int opening, int closing) {
        if (isBlank(closing)) {
            changed.setCharAt(closing, ')');
        } else if (closing == text.length() || "\r\n".indexOf(text.charAt(closing)) >= 0) {
            lineEnds.add(closing);
        } else if (text.charAt(closing) == ';' && isBlank(closing + 1)) {
            changed.setCharAt(closing, ')');
            changed.setCharAt(closing + 1, ';');
        } else {
            return;
        }
        changed.setCharAt(opening, '(');
    }

    private boolean isBlank(int offset) {
        return offset < text.length() && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t');
    }

    private Token token(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : null;
    }

    private boolean is(int index, String word) {
        Token token = token(index);
        return token != null && token.is(word);
    }

    private boolean isKind(int index, Kind... kinds) {
        Token token = token(index);
        return token != null && Set.of(kinds).contains(token.kind());
    }

    /** Whether a statement begins with this name. */
    private boolean isBeginning(int index) {
        if (!isKind(index, Kind.IDENTIFIER)) {
            return false;
        }
        int before = before(index);
        boolean block = before < 0 || is(before, ";") || is(before, "{") || is(before, "->");
        return block || before < index - 1 && isEnd(before);
    }

    /** The token before, on whatever line. */
    private int before(int index) {
        int before = index - 1;
        while (isKind(before, Kind.NEWLINE)) {
            before--;
        }
        return before;
    }

    /** The last name of {@code a.b.c}. */
    private int name(int first) {
        int name = first;
        while (is(name + 1, ".") && isKind(name + 2, Kind.IDENTIFIER)) {
            name += 2;
        }
        return name;
    }

    /** Whether a value may end here. */
    private boolean isEnd(int index) {
        return isKind(index, Kind.IDENTIFIER, Kind.STRING, Kind.GSTRING, Kind.NUMBER)
                || is(index, ")")
                || is(index, "]")
                || is(index, "}")
                || isKind(index, Kind.KEYWORD)
                        && VALUES.contains(tokens.get(index).text());
    }

    /** The last token of arguments that begin here and have named ones among them, or -1. */
    private int last(int first) {
        boolean plain = isKind(first, Kind.IDENTIFIER, Kind.STRING, Kind.GSTRING, Kind.NUMBER)
                && text.substring(tokens.get(first - 1).end(), tokens.get(first).start())
                        .matches("[ \t]+");
        if (!plain) {
            return -1;
        }
        boolean named = false;
        int depth = 0;
        int choices = 0;
        for (int i = first; i < tokens.size(); i++) {
            if (is(i, "(") || is(i, "[") || is(i, "{")) {
                depth++;
            } else if (is(i, ")") || is(i, "]") || is(i, "}")) {
                if (depth-- == 0) {
                    return named && isEnd(i - 1) ? i - 1 : -1;
                }
            } else if (depth > 0) {
                continue;
            } else if (tokens.get(i).separates()) {
                if (is(i, ";") || !is(before(i), ",")) {
                    return named && isEnd(i - 1) && (is(i, ";") || isFollowed(i)) ? i - 1 : -1;
                }
            } else if (is(i, "?")) {
                choices++;
            } else if (is(i, ":") && choices > 0) {
                choices--;
            } else if (is(i, ":")) {
                if (i - 1 != first && !is(before(i - 1), ",")) {
                    return -1;
                }
                named = true;
            } else if (isUnclear(i, first)) {
                return -1;
            }
        }
        return named && isEnd(tokens.size() - 1) ? tokens.size() - 1 : -1;
    }

    /** Whether the arguments may be something else, or go on as a chain of calls. */
    private boolean isUnclear(int index, int first) {
        boolean chained = index > first
                && isEnd(index - 1)
                && isKind(index, Kind.IDENTIFIER, Kind.STRING, Kind.GSTRING, Kind.NUMBER);
        return chained || UNCLEAR.contains(tokens.get(index).text()) && isKind(index, Kind.SYMBOL);
    }

    /** Whether another statement follows behind this line end, or nothing. */
    private boolean isFollowed(int lineEnd) {
        int next = IntStream.range(lineEnd, tokens.size())
                .filter(index -> !isKind(index, Kind.NEWLINE))
                .findFirst()
                .orElse(tokens.size());
        boolean word = isKind(next, Kind.IDENTIFIER, Kind.KEYWORD)
                && !CONTINUING.contains(tokens.get(next).text());
        return word
                || token(next) == null
                || isKind(next, Kind.STRING, Kind.GSTRING, Kind.NUMBER)
                || Stream.of("}", ";", "@", "[").anyMatch(symbol -> is(next, symbol));
    }
}
