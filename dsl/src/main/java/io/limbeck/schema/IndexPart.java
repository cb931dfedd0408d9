package io.limbeck.schema;

import io.limbeck.type.Literal;
import java.util.Optional;

/**
 * One column or expression of an index.
 *
 * @param expression whether {@code text} is SQL rather than a column's name
 * @param nulls {@code first} or {@code last}
 */
public record IndexPart(String text, boolean expression, boolean descending, Optional<String> nulls) {

    public static IndexPart column(String name) {
        return new IndexPart(name, false, false, Optional.empty());
    }

    /** The part as script text, such as {@code desc('b', nulls: 'last')}. */
    public String script() {
        String what = expression ? "sql(" + Literal.quoted(text) + ")" : Literal.quoted(text);
        if (!descending && nulls.isEmpty()) {
            return what;
        }
        String order = nulls.map(where -> ", nulls: " + Literal.quoted(where)).orElse("");
        return (descending ? "desc(" : "asc(") + what + order + ")";
    }
}
