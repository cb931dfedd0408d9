package io.limbeck.online;

import io.limbeck.plan.VersionRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the lock's row says of its holder; one statement writes it for every revision, as many of them pass. */
final class HolderNote {

    private final Connection connection;
    private final VersionRows rows;
    private PreparedStatement update;

    /** In the row that the connection has left, which takes the statement with it when it is closed. */
    HolderNote(Connection connection, VersionRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Writes which revision is in progress; whether that is committed is up to the connection. */
    void write(String revision) throws SQLException {
        if (update == null) {
            update = connection.prepareStatement(rows.lockedBy());
        }
        update.setString(1, rows.fitting(Migrator.description(revision)));
        update.executeUpdate();
    }
}
