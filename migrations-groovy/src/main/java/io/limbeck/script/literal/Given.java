package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a method of the JDK is called with, whose signature says of which kinds the arguments are.
 *
 * @param owner the object whose method it is, or null
 */
record Given(Run run, Object owner, List<Object> arguments) {

    int integer(int index) {
        return (Integer) arguments.get(index);
    }

    /** Groovy widens an int to a long. */
    long whole(int index) {
        return ((Number) arguments.get(index)).longValue();
    }

    BigDecimal decimal(int index) {
        return (BigDecimal) arguments.get(index);
    }

    String text(int index) {
        return arguments.get(index).toString();
    }

    <T> T as(Class<T> type, int index) {
        return type.cast(arguments.get(index));
    }
}
