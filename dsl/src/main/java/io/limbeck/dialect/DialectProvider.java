package io.limbeck.dialect;

import java.util.Optional;

/**
 * Brings a dialect from outside: a class with a constructor that takes nothing, named in
 * {@code META-INF/services/io.limbeck.dialect.DialectProvider} of a jar beside Limbeck's own. A dialect may be its own
 * provider.
 *
 * <p>Scripts, settings and URLs then know it as they know Limbeck's own dialects, whose names it cannot take.
 */
@FunctionalInterface
public interface DialectProvider {

    /**
     * The dialect.
     *
     * @param version the server's, where it is known
     */
    Dialect dialect(Optional<Version> version);
}
