package io.limbeck.script.literal;

import io.limbeck.script.Token;
import java.util.List;

/** A place among tokens, from which they are taken one by one. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** The token so many behind the next one, or null. */
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    boolean is(String symbol) {
        return is(0, symbol);
    }

    boolean isOneOf(String... symbols) {
        for (String symbol : symbols) {
            if (is(symbol)) {
                return true;
            }
        }
        return false;
    }

    boolean is(int ahead, String symbol) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).is(symbol);
    }

    boolean is(int ahead, Token.Kind kind) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).kind() == kind;
    }

    /** Whether nothing stands between the token before and the next one. */
    boolean touches() {
        return at > 0
                && at < tokens.size()
                && tokens.get(at - 1).end() == tokens.get(at).start();
    }

    Token take() {
        if (atEnd()) {
            throw new Declined();
        }
        return tokens.get(at++);
    }

    Token take(Token.Kind kind) {
        if (!is(0, kind)) {
            throw new Declined();
        }
        return take();
    }

    boolean accept(String symbol) {
        boolean accepted = is(symbol);
        at += accepted ? 1 : 0;
        return accepted;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw new Declined();
        }
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** Skips what separates statements, which must be there unless the block ends. */
    void endStatement() {
        if (!atEnd() && !is("}") && !peek(0).separates()) {
            throw new Declined();
        }
        skipSeparators();
    }

    void skipSeparators() {
        while (!atEnd() && tokens.get(at).separates()) {
            at++;
        }
    }

    void skipLines() {
        while (is(0, Token.Kind.NEWLINE)) {
            at++;
        }
    }
}
