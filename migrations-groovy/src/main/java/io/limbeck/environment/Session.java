package io.limbeck.environment;

import io.limbeck.dialect.Dialect;
import io.limbeck.plan.Framing;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connection, and how it may be used.
 *
 * @param dialect the database's, with the server's version
 * @param framing where transactions begin and end
 * @param another opens a further connection to the same database; empty where there is only this one
 */
public record Session(
        Connection connection, Dialect dialect, Framing framing, Optional<Supplier<Connection>> another) {}
