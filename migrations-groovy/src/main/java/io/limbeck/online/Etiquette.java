package io.limbeck.online;

import io.limbeck.sql.LockWait;
import io.limbeck.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a run lets others wait: for how long its statements may run and queue for a lock, and how often one is tried
 * again that has queued in vain.
 *
 * @param timeoutSeconds how long a statement may run; 0 for as long as it takes
 * @param lockWait how long it may wait for a lock of another session; zero for as long as the server lets it
 * @param means how the database is told so; empty where it cannot be
 */
public record Etiquette(int timeoutSeconds, Duration lockWait, int retries, Optional<LockWait> means) {

    /** None: a statement takes as long as it takes. */
    public static final Etiquette NONE = new Etiquette(0, Duration.ZERO, 0, Optional.empty());

    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 10_000;

    /** Work on the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Lets work be done while the session waits no longer than this says; behind it, the session is as it was. */
    <T> T during(Connection connection, Work<T> work) throws SQLException {
        if (means.isEmpty() || lockWait.isZero()) {
            return work.run();
        }
        String before = ask(connection, means.get().current());
        tell(connection, means.get().setting(lockWait));
        try {
            return work.run();
        } finally {
            if (!connection.isClosed()) {
                restore(connection, means.get().setting(before));
            }
        }
    }

    /** Whether a statement waits as long as it takes, whatever others may. */
    boolean isPatient(Statement statement) {
        return statement instanceof Statement.Sql sql
                && means.isPresent()
                && !lockWait.isZero()
                && means.get().isPatient(sql.text());
    }

    /** Lets work within {@link #during} wait for locks as long as it takes. */
    void patiently(Connection connection, Work<?> work) throws SQLException {
        tell(connection, means.orElseThrow().setting("0"));
        try {
            work.run();
        } finally {
            if (!connection.isClosed()) {
                restore(connection, means.get().setting(lockWait));
            }
        }
    }

    private static void restore(Connection connection, String setting) {
        try {
            tell(connection, setting);
        } catch (SQLException broken) {
            // the session ends with its settings
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(Connection connection, String setting) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(setting);
        }
    }

    /** Whether a failure is a lock that was not to be had in time, and there is another try. */
    boolean triesAgain(Throwable failure, int retry) {
        return failure instanceof SQLException sql && retry <= retries && !lockWait.isZero() && hasGivenUp(sql);
    }

    /** Whether the server says that a lock was not to be had in time, so that nothing was done. */
    boolean hasGivenUp(SQLException failure) {
        return means.filter(how -> how.hasGivenUp(failure.getSQLState(), failure.getErrorCode()))
                .isPresent();
    }

    /** Lets others go first: longer each time, and never equally long for two that meet. */
    static void pause(int retry) throws SQLException {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(retry, 6));
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("waiting for a lock was interrupted", interrupted);
        }
    }
}
