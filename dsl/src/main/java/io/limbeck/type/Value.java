package io.limbeck.type;

/** What may stand where SQL wants a value: a literal, an expression, or the current moment. */
public sealed interface Value permits Literal, Expression, Moment {

    /** The value as script text. */
    String script();
}
