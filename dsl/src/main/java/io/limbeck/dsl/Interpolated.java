package io.limbeck.dsl;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.codehaus.groovy.runtime.GStringImpl;

/**
 * Groovy's interpolated string, which finds its text by itself where the values are plain: Groovy's own way to it starts
 * half of the compiler.
 */
final class Interpolated extends GStringImpl {

    private static final long serialVersionUID = 1;

    Interpolated(Object[] values, String[] strings) {
        super(values, strings);
    }

    @Override
    public String toString() {
        String[] parts = getStrings();
        Object[] values = getValues();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            text.append(parts[i]);
            if (i < values.length) {
                if (!isPlain(values[i])) {
                    return super.toString();
                }
                text.append(values[i]);
            }
        }
        return text.toString();
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Interpolated
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof BigInteger;
    }
}
