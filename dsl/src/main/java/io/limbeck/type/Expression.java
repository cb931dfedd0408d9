package io.limbeck.type;

/** An SQL expression, passed on verbatim. Shape: {@code sql('now()')} */
public record Expression(String sql) implements Value {

    @Override
    public String script() {
        return "sql(" + Literal.quoted(sql) + ")";
    }
}
