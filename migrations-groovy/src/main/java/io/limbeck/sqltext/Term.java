package io.limbeck.sqltext;

import java.util.List;

/**
 * A piece of an expression in normal form; equal terms mean the same.
 *
 * @param text the name of a column, operator or function, or a literal
 */
record Term(Kind kind, String text, List<Term> parts) {

    enum Kind {
        COLUMN,
        STRING,
        NUMBER,
        /** A word that stands for itself, such as NULL or CURRENT_DATE. */
        WORD,
        /** An operator or a function. */
        CALL,
        /** The text is the type. */
        CAST,
        LIST
    }

    Term {
        parts = List.copyOf(parts);
    }

    static Term leaf(Kind kind, String text) {
        return new Term(kind, text, List.of());
    }

    static Term call(String name, Term... parts) {
        return new Term(Kind.CALL, name, List.of(parts));
    }

    static Term call(String name, List<Term> parts) {
        return new Term(Kind.CALL, name, parts);
    }

    boolean is(String operator) {
        return kind == Kind.CALL && text.equals(operator);
    }

    boolean isLiteral() {
        return kind == Kind.STRING || kind == Kind.NUMBER || kind == Kind.WORD && text.equals("null");
    }
}
