package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a computed string in double quotes consists of: text, and the tokens of what is put into it. */
public final class Interpolation {

    /** What may not stand in braces, since it needs more than a look to tell where the braces end. */
    private static final String INVOLVED = "\\/$#\n\r";

    /**
     * A part of a computed string.
     *
     * @param text the part itself, decoded, or null where it is to be computed
     * @param tokens what computes it, at their places in the script
     */
    public record Part(String text, List<Token> tokens) {}

    private final String raw;
    private final int start;
    private final Quote quote;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int from;

    private Interpolation(Token token, Quote quote) {
        this.raw = token.text();
        this.start = token.start();
        this.quote = quote;
    }

    /** The parts of a GSTRING, or nothing where it is not plain: with slashes, or with strings in strings in strings. */
    public static Optional<List<Part>> parts(Token string) {
        if (!string.text().startsWith("\"")) {
            return Optional.empty();
        }
        Quote quote = string.text().startsWith(Quote.TRIPLE_DOUBLE.opening) ? Quote.TRIPLE_DOUBLE : Quote.DOUBLE;
        Interpolation interpolation = new Interpolation(string, quote);
        try {
            return interpolation.read() ? Optional.of(interpolation.parts) : Optional.empty();
        } catch (LimbeckException noTokens) {
            return Optional.empty();
        }
    }

    private boolean read() {
        at = quote.opening.length();
        from = at;
        int end = raw.length() - quote.closing.length();
        while (at < end) {
            char c = raw.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c != '$') {
                at++;
            } else if (!(raw.charAt(at + 1) == '{' ? braces(end) : path(end))) {
                return false;
            }
        }
        text(end);
        return true;
    }

    private void text(int end) {
        if (end > from) {
            parts.add(new Part(quote.decoded(raw.substring(from, end)), List.of()));
        }
    }

    /** Shape: <code>${size + 1}</code> */
    private boolean braces(int end) {
        text(at);
        int opening = at + 1;
        int depth = 0;
        for (int i = opening; i < end; i++) {
            char c = raw.charAt(i);
            if (INVOLVED.indexOf(c) >= 0) {
                return false;
            }
            if (c == '\'' || c == '"') {
                int closing = raw.indexOf(c, i + 1);
                if (closing < 0 || raw.substring(i, closing).matches("(?s).*[\\\\$\n\r].*")) {
                    return false;
                }
                i = closing;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                parts.add(new Part(null, tokens(opening + 1, i)));
                at = i + 1;
                from = at;
                return true;
            }
        }
        return false;
    }

    /** Shape: {@code $person.name}; Groovy has a name's place at the point before it. */
    private boolean path(int end) {
        text(at);
        int name = at + 1;
        int i = nameEnd(name, end);
        if (i == name) {
            return false;
        }
        while (i < end && raw.charAt(i) == '.' && nameEnd(i + 1, end) > i + 1) {
            i = nameEnd(i + 1, end);
        }
        List<Token> tokens = new ArrayList<>(tokens(name, i));
        for (int k = 2; k < tokens.size(); k += 2) {
            Token token = tokens.get(k);
            tokens.set(k, new Token(token.kind(), token.start() - 1, token.end(), token.text(), token.value()));
        }
        parts.add(new Part(null, tokens));
        at = i;
        from = i;
        return true;
    }

    private int nameEnd(int begin, int end) {
        int i = begin;
        while (i < end
                && raw.charAt(i) != '$'
                && (i == begin
                        ? Character.isJavaIdentifierStart(raw.charAt(i))
                        : Character.isJavaIdentifierPart(raw.charAt(i)))) {
            i++;
        }
        return i;
    }

    private List<Token> tokens(int begin, int end) {
        int shift = start + begin;
        List<Token> tokens = new ArrayList<>();
        for (Token token : GroovyLexer.tokens(SourceText.of("", raw.substring(begin, end)))) {
            tokens.add(
                    new Token(token.kind(), token.start() + shift, token.end() + shift, token.text(), token.value()));
        }
        return tokens;
    }
}
