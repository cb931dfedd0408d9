package io.limbeck.type;

/** A type in the database's own words, passed on as it stands. Shape: {@code type('geometry(Point,4326)')} */
public record Verbatim(String sql) implements Type {

    @Override
    public String script() {
        return "type(" + Literal.quoted(sql) + ")";
    }
}
