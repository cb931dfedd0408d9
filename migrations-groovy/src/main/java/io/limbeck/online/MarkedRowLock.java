package io.limbeck.online;

import io.limbeck.plan.VersionRows;
import io.limbeck.sql.SessionMark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A committed row in the version table that names its session, and counts for nothing once that session is gone. */
final class MarkedRowLock implements MigrationLock.LockMeans {

    /** The class of SQLSTATEs for a row that is there already, and those of a transaction that must be tried again. */
    private static final String THERE_ALREADY = "23";

    private static final String AGAIN = "40";

    private final Connection connection;
    private final SessionMark mark;
    private final VersionRows rows;
    private final HolderNote note;
    private final String own;

    private MarkedRowLock(Connection connection, SessionMark mark, VersionRows rows, String own) {
        this.connection = connection;
        this.mark = mark;
        this.rows = rows;
        this.note = new HolderNote(connection, rows);
        this.own = own;
    }

    /** On a connection that serves the lock alone, is in auto-commit mode, and is closed with it. */
    static MarkedRowLock on(Connection connection, SessionMark mark, VersionRows rows) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(mark.own())) {
            row.next();
            return new MarkedRowLock(connection, mark, rows, row.getString(1));
        }
    }

    /** The session that has left its row, and who that is. */
    private record Holder(String session, String who) {}

    @Override
    public boolean attempt() throws SQLException {
        Holder holder = seen();
        if (holder != null && isAlive(holder.session())) {
            return false;
        }
        try {
            if (holder != null) {
                execute(rows.unlock(holder.session()));
            }
            execute(rows.lock(Migrator.description(), own));
            return true;
        } catch (SQLException overtaken) {
            String state = String.valueOf(overtaken.getSQLState());
            if (state.startsWith(THERE_ALREADY) || state.startsWith(AGAIN)) {
                return false;
            }
            throw overtaken;
        }
    }

    @Override
    public String holder() throws SQLException {
        Holder holder = seen();
        return holder == null ? "one that has just ended" : holder.who();
    }

    @Override
    public void tell(String revision) throws SQLException {
        note.write(revision);
    }

    private Holder seen() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.lockSession())) {
            return row.next() ? new Holder(row.getString(1), row.getString(2)) : null;
        }
    }

    private boolean isAlive(String session) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(mark.alive())) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                execute(rows.unlock(own));
            }
        }
    }
}
