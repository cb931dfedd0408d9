package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.plan.VersionRows;
import io.limbeck.sql.AdvisoryLock;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Lets one migrator at a time work on a version table, by a lock on a connection of its own that dies with it.
 *
 * <p>Where the server has locks for sessions, one of those; else a row in the version table that is inserted and never
 * committed, which a second migrator cannot insert before it is gone.
 */
public final class MigrationLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** SQLSTATEs of statements that gave up waiting or were chosen as a deadlock's victim. */
    private static final Set<String> BUSY = Set.of("40XL1", "40XL2", "40001", "HYT00", "23505", "23000");

    private final Connection connection;
    private final Optional<AdvisoryLock> advisory;
    private final long key;

    private MigrationLock(Connection connection, Optional<AdvisoryLock> advisory, long key) {
        this.connection = connection;
        this.advisory = advisory;
        this.key = key;
    }

    /**
     * Takes the lock, waiting for another migrator if there is one.
     *
     * @param connection closed with the lock; in auto-commit mode
     * @param timeout how long to wait
     * @throws LimbeckException when it was not to be had in that time
     */
    public static MigrationLock take(
            Connection connection, Dialect dialect, VersionRows rows, Duration timeout, Progress progress)
            throws SQLException {
        String schema = rows.table().schema() == null
                ? String.valueOf(connection.getSchema())
                : rows.table().schema();
        MigrationLock lock = new MigrationLock(
                connection,
                dialect.advisoryLock(),
                key(schema + "." + rows.table().value()));
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean told = false;
        lock.prepare();
        while (!lock.attempt(rows)) {
            String holder = lock.holder();
            if (!told) {
                progress.waiting(holder);
                told = true;
            }
            if (System.nanoTime() >= deadline) {
                connection.close();
                throw LimbeckException.setup(Problem.of(
                        "locked",
                        "another migrator holds the lock of " + rows.table() + ": " + holder,
                        "Wait for it to end, or allow more time with 'lockTimeout' (now " + timeout.toSeconds()
                                + " s). The lock goes with its connection; nothing needs to be cleared by hand."));
            }
            pause();
        }
        return lock;
    }

    private void prepare() throws SQLException {
        if (advisory.isEmpty()) {
            connection.setAutoCommit(false);
            return;
        }
        try {
            connection.setClientInfo("ApplicationName", "limbeck on " + process());
        } catch (SQLClientInfoException unknown) {
            // a courtesy to those who wait
        }
    }

    private boolean attempt(VersionRows rows) throws SQLException {
        if (advisory.isPresent()) {
            try (PreparedStatement attempt =
                    connection.prepareStatement(advisory.get().attempt())) {
                attempt.setLong(1, key);
                try (ResultSet got = attempt.executeQuery()) {
                    return got.next() && got.getBoolean(1);
                }
            }
        }
        try (java.sql.Statement insert = connection.createStatement()) {
            insert.executeUpdate(rows.lock(process()));
            return true;
        } catch (SQLException busy) {
            connection.rollback();
            if (busy.getSQLState() != null && BUSY.contains(busy.getSQLState())) {
                return false;
            }
            throw busy;
        }
    }

    private String holder() throws SQLException {
        if (advisory.isPresent()) {
            try (PreparedStatement query =
                    connection.prepareStatement(advisory.get().holder())) {
                query.setLong(1, key);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        return row.getString(1);
                    }
                }
            }
        }
        return "another process or thread";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LimbeckException.setup(Problem.of("locked", "waiting for the lock was interrupted", null));
        }
    }

    /** Shape: {@code build-7, process 4711} */
    private static String process() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "this host";
        }
        return host + ", process " + ManagementFactory.getRuntimeMXBean().getPid();
    }

    private static long key(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives the lock back; a failure to do so is no concern, since closing the connection does it too. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (advisory.isPresent()) {
                try (PreparedStatement release =
                        connection.prepareStatement(advisory.get().release())) {
                    release.setLong(1, key);
                    release.execute();
                }
            } else {
                connection.rollback();
            }
        }
    }
}
