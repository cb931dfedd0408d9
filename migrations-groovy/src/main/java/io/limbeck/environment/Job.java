package io.limbeck.environment;

import java.sql.SQLException;

/**
 * What a run is for, once {@code context.runMigrations()} is reached.
 *
 * @param <T> what it answers
 */
public interface Job<T> {

    /** Does it on a connection. */
    T online(Session session) throws SQLException;

    /** Does it without one. */
    T offline(Writing writing);

    /** Whether it is to be done without a connection. */
    boolean isOffline();
}
