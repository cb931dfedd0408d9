package io.limbeck.online;

import io.limbeck.dialect.Server;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.plan.VersionRows;
import io.limbeck.sql.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets one migrator at a time work on a version table, by a lock that dies with its connection.
 *
 * <p>Where the server has locks for sessions, one of those; else a row in the version table that is inserted and never
 * committed, which a second migrator cannot insert before it is gone; where an open transaction would be in the way, a
 * row that is committed and names its session.
 */
public final class MigrationLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LockMeans means;
    private final LockMeans behind;

    /**
     * @param behind what is given back first
     */
    private MigrationLock(LockMeans means, LockMeans behind) {
        this.means = means;
        this.behind = behind;
    }

    /** One way to lock. */
    interface LockMeans extends AutoCloseable {

        /** Tries to get the lock, without waiting if that can be. */
        boolean attempt() throws SQLException;

        /** Who has it, as far as the database tells. */
        String holder() throws SQLException;

        /** Lets those who wait know which revision is in progress. */
        default void tell(String revision) throws SQLException {}

        /** Gives it back and leaves the connection as it was. */
        @Override
        void close() throws SQLException;
    }

    /**
     * Takes the lock on a connection of its own, waiting for another migrator if there is one.
     *
     * <p>Where one writer shuts all others out of the whole database, it is a lock in a database beside it.
     *
     * @param connection closed with the lock, or when the lock cannot be had; in auto-commit mode
     * @param migrating the connection that migrates under the lock
     * @param timeout how long to wait
     * @throws LimbeckException when it was not to be had in that time
     */
    public static MigrationLock take(
            Connection connection,
            Connection migrating,
            Server server,
            VersionRows rows,
            Duration timeout,
            Progress progress)
            throws SQLException {
        try {
            if (server.sessionNumber().isPresent() && server.advisoryLock().isPresent()) {
                Pooled.refuse(connection, migrating, server.sessionNumber().get());
            }
            LockMeans means = server.lockBeside().isPresent()
                    ? AttachedLock.on(connection, server.lockBeside().get())
                    : means(connection, server, rows);
            waitFor(means, "another migrator holds the lock of ", rows, timeout, progress);
            if (server.advisoryLock().isEmpty()) {
                return new MigrationLock(means, new NoLock());
            }
            return new MigrationLock(
                    means, behind(means, migrating, server.advisoryLock().get(), rows, timeout, progress));
        } catch (SQLException | RuntimeException | Error failure) {
            connection.close();
            throw failure;
        }
    }

    /** Waits for the sessions of the dead; if in vain, the lock that was got is given back. */
    private static LockMeans behind(
            LockMeans got,
            Connection migrating,
            AdvisoryLock lock,
            VersionRows rows,
            Duration timeout,
            Progress progress)
            throws SQLException {
        try {
            LockMeans behind = SessionLock.ofMigrating(migrating, lock, rows);
            waitFor(behind, "the server still works for a migrator that has ended, on ", rows, timeout, progress);
            return behind;
        } catch (SQLException | RuntimeException | Error failure) {
            got.close();
            throw failure;
        }
    }

    private static LockMeans means(Connection connection, Server server, VersionRows rows) throws SQLException {
        if (server.advisoryLock().isPresent()) {
            return SessionLock.on(connection, server.advisoryLock().get(), rows, true);
        }
        return server.sessionMark().isPresent()
                ? MarkedRowLock.on(connection, server.sessionMark().get(), rows)
                : RowLock.on(connection, rows);
    }

    /**
     * Takes the lock on the connection that migrates, which stays open; without effect where the server has no locks
     * for sessions. In an open transaction the lock goes with it.
     */
    public static MigrationLock onTheSame(
            Connection connection, Server server, VersionRows rows, Duration timeout, Progress progress)
            throws SQLException {
        if (server.advisoryLock().isEmpty()) {
            return new MigrationLock(new NoLock(), new NoLock());
        }
        LockMeans means = SessionLock.on(connection, server.advisoryLock().get(), rows, false);
        waitFor(means, "another migrator holds the lock of ", rows, timeout, progress);
        return new MigrationLock(means, new NoLock());
    }

    private static void waitFor(LockMeans means, String fact, VersionRows rows, Duration timeout, Progress progress)
            throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean told = false;
        while (!means.attempt()) {
            String holder = means.holder();
            if (!told) {
                progress.waiting(holder);
                told = true;
            }
            if (System.nanoTime() >= deadline) {
                throw LimbeckException.setup(Problem.of(
                        "locked",
                        fact + rows.table() + ": " + holder,
                        "Wait for it to end, or allow more time with 'lockTimeout' (now " + timeout.toSeconds()
                                + " s). The lock goes with its connection; nothing needs to be cleared by hand, unless somebody has"
                                + " put a row '" + VersionRows.LOCK + "' there."));
            }
            pause();
        }
    }

    /**
     * Lets those who wait know which revision is in progress; whoever hears nothing of it waits all the same.
     */
    public void tell(String revision) {
        try {
            means.tell(revision);
        } catch (SQLException unheard) {
            // it was a courtesy
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LimbeckException.setup(Problem.of("locked", "waiting for the lock was interrupted", null));
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            behind.close();
        } finally {
            means.close();
        }
    }

    /** Where nothing can be locked. */
    private record NoLock() implements LockMeans {

        @Override
        public boolean attempt() {
            return true;
        }

        @Override
        public String holder() {
            return "nobody";
        }

        @Override
        public void close() {
            // nothing was taken
        }
    }
}
