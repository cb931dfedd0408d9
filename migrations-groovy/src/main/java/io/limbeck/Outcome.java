package io.limbeck;

import io.limbeck.error.LimbeckException;
import java.time.Duration;
import java.util.Optional;

/**
 * How it went on one of several databases.
 *
 * @param database its name; that of a tenant is {@code database/schema}, or the schema alone where there is one database
 * @param answer empty where it failed
 * @param failure empty where it did not
 */
public record Outcome<T>(String database, Optional<T> answer, Optional<LimbeckException> failure, Duration duration) {

    public boolean isFailure() {
        return failure.isPresent();
    }
}
