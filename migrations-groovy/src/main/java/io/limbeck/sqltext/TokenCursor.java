package io.limbeck.sqltext;

import io.limbeck.sqltext.SqlToken.Kind;
import java.util.List;

/** A place in a row of tokens, which moves on and can be moved back. */
class TokenCursor {

    private final List<SqlToken> tokens;
    private int at;

    TokenCursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** The text cannot be parsed. */
    static final class Unparsed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unparsed(SqlToken token) {
            super("not expected: " + token.text(), null, false, false);
        }
    }

    final SqlToken peek() {
        return tokens.get(at);
    }

    final SqlToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    final SqlToken next() {
        SqlToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    final boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        for (int i = 0; i < words.length; i++) {
            next();
        }
        return true;
    }

    final void expect(String word) {
        if (!accept(word)) {
            throw unparsed();
        }
    }

    final Unparsed unparsed() {
        return new Unparsed(peek());
    }

    final boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    final int mark() {
        return at;
    }

    final void back(int mark) {
        at = mark;
    }
}
