package io.limbeck.online;

import io.limbeck.plan.VersionRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** A row in the version table that is never committed: others see it only by looking at what is not committed. */
final class RowLock implements MigrationLock.LockMeans {

    /** SQLSTATEs of statements that gave up waiting or were chosen as a deadlock's victim. */
    private static final Set<String> BUSY =
            Set.of("40XL1", "40XL2", "40001", "57033", "HYT00", "23505", "23000", "90131", "57014");

    /** How long the insertion waits, in seconds, where what others have not committed cannot be seen. */
    private static final int PATIENCE = 2;

    private final Connection connection;
    private final VersionRows rows;
    private final HolderNote note;
    private final int isolation;

    private RowLock(Connection connection, VersionRows rows, int isolation) {
        this.connection = connection;
        this.rows = rows;
        this.note = new HolderNote(connection, rows);
        this.isolation = isolation;
    }

    /** On a connection that serves the lock alone and is closed with it. */
    static RowLock on(Connection connection, VersionRows rows) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_READ_UNCOMMITTED)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        }
        connection.setAutoCommit(false);
        return new RowLock(connection, rows, isolation);
    }

    @Override
    public boolean attempt() throws SQLException {
        if (seen().isPresent()) {
            return false;
        }
        try (Statement insert = connection.createStatement()) {
            insert.setQueryTimeout(PATIENCE);
            insert.executeUpdate(rows.lock(Migrator.description()));
            return true;
        } catch (SQLException busy) {
            connection.rollback();
            boolean gaveUp = busy instanceof SQLTimeoutException;
            if (gaveUp || busy.getSQLState() != null && BUSY.contains(busy.getSQLState())) {
                return false;
            }
            throw busy;
        }
    }

    @Override
    public String holder() throws SQLException {
        return seen().orElse("one that has just ended, or shows nothing of what it has not committed");
    }

    /** The row is not committed by this either. */
    @Override
    public void tell(String revision) throws SQLException {
        note.write(revision);
    }

    private Optional<String> seen() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.lockHolder())) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(isolation);
            }
        }
    }
}
