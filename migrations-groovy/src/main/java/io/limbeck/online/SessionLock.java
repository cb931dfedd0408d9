package io.limbeck.online;

import io.limbeck.plan.VersionRows;
import io.limbeck.sql.AdvisoryLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A lock that the server keeps for a session, or for the transaction that is open in it. */
final class SessionLock implements MigrationLock.LockMeans {

    private static final String APPLICATION = "ApplicationName";

    /** How often a lock is given back that stays behind in a session of a pooler's. */
    private static final int TRIES = 100;

    private static final String PREFIX = "limbeck on ";

    /** What is left of the 63 characters that PostgreSQL keeps of an application's name. */
    private static final int ROOM = 63 - PREFIX.length();

    private final VersionRows rows;
    private final Connection connection;
    private final AdvisoryLock lock;
    private final long key;
    private final boolean own;
    private final boolean inTransaction;
    private final String application;
    private final Notices notices = new Notices(this::nameAt);
    private boolean held;

    private SessionLock(Connection connection, AdvisoryLock lock, long key, boolean own, VersionRows rows)
            throws SQLException {
        this.rows = rows;
        this.connection = connection;
        this.lock = lock;
        this.key = key;
        this.own = own;
        this.inTransaction =
                !connection.getAutoCommit() && lock.attemptInTransaction().isPresent();
        this.application = connection.getClientInfo(APPLICATION);
    }

    /**
     * @param own whether the connection serves the lock alone and is closed with it
     */
    static SessionLock on(Connection connection, AdvisoryLock lock, VersionRows rows, boolean own) throws SQLException {
        String schema = rows.table().schema() == null
                ? connection.getCatalog() + "." + connection.getSchema()
                : rows.table().schema();
        SessionLock made = new SessionLock(
                connection, lock, key(schema + "." + rows.table().value()), own, rows);
        if (own) {
            made.name(PREFIX + Migrator.description(Optional.empty(), ROOM));
        }
        return made;
    }

    /**
     * A second lock, on the session that migrates: the server may go on with a statement, or a commit, of a process that
     * is dead already, and whoever comes next must not begin before that has ended.
     */
    static SessionLock ofMigrating(Connection connection, AdvisoryLock lock, VersionRows rows) throws SQLException {
        SessionLock own = on(connection, lock, rows, false);
        return new SessionLock(connection, lock, key(own.key + " migrating"), false, rows);
    }

    @Override
    public boolean attempt() throws SQLException {
        if (inTransaction) {
            held = answer(lock.attemptInTransaction().orElseThrow()).orElse(false);
            return held;
        }
        held = answer(lock.attempt()).orElseThrow(Pooled::problem);
        if (held && lock.held().isPresent() && !answer(lock.held().get()).orElse(false)) {
            held = false;
            giveBack();
            throw Pooled.problem();
        }
        return held;
    }

    /** Where a pooler has led to another session meanwhile, it may lead back. */
    private void giveBack() throws SQLException {
        if (lock.held().isPresent()) {
            for (int i = 0; i < TRIES && !answer(lock.release()).orElse(false); i++) {
                // the next one may be it
            }
        } else {
            try (PreparedStatement release = connection.prepareStatement(lock.release())) {
                release.setLong(1, key);
                release.execute();
            }
        }
    }

    private Optional<Boolean> answer(String query) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(query)) {
            question.setLong(1, key);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                boolean answer = row.getBoolean(1);
                return row.wasNull() ? Optional.empty() : Optional.of(answer);
            }
        }
    }

    @Override
    public String holder() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(lock.holder())) {
            query.setLong(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) + inProgress() : "one that has just ended";
            }
        }
    }

    /** What has begun, where a revision and its row do not commit together; before the first run there is no table. */
    private String inProgress() {
        if (inTransaction) {
            return "";
        }
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.inProgress())) {
            if (!row.next()) {
                return "";
            }
            String since = row.getString("status").strip().equals("running")
                    ? " since " + Migrator.text(row.getTimestamp("applied_at").toLocalDateTime())
                    : "";
            return ", at " + row.getString("revision") + since;
        } catch (SQLException noTable) {
            return "";
        }
    }

    @Override
    public void tell(String revision) {
        if (own) {
            notices.at(revision);
        }
    }

    private void nameAt(String revision) {
        name(PREFIX + Migrator.description(Optional.of(revision), ROOM));
    }

    /** Closing the session gives the lock back too, so a session that is broken already is no concern. */
    @Override
    public void close() throws SQLException {
        notices.close();
        try {
            if (held && !inTransaction && connection.isValid(1)) {
                giveBack();
            }
            if (own) {
                name(application);
            }
        } finally {
            if (own) {
                connection.close();
            }
        }
    }

    /** A courtesy to those who wait. */
    private void name(String text) {
        try {
            connection.setClientInfo(APPLICATION, text == null ? "" : text);
        } catch (SQLClientInfoException unknown) {
            // it works without
        }
    }

    private static long key(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
