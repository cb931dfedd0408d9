package io.limbeck.type;

import java.util.LinkedHashMap;
import java.util.Map;

/** A column's type as scripts say it. */
public sealed interface Type permits Scalar, ArrayType, Enumeration, Verbatim, PerDialect {

    /** The type as script text, such as {@code varchar(255)}. */
    String script();

    /** What this type is on a dialect: itself, unless {@link #on} said otherwise. */
    default Type in(String dialect) {
        return this;
    }

    /**
     * This type, with another one on some dialects. Shape: {@code varchar(255).on(postgresql: type('citext'))}
     *
     * @param others types by dialect name
     */
    default Type on(Map<String, Type> others) {
        return new PerDialect(this, new LinkedHashMap<>(others));
    }
}
