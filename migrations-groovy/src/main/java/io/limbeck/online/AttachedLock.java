package io.limbeck.online;

import io.limbeck.sql.LockBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * An open transaction in a database of its own, whose file lies beside the migrated one and goes with the lock.
 *
 * <p>The file is deleted while the lock is held, and the database refuses to write to one that is there no more; so
 * whoever waited for it begins anew with the next.
 */
final class AttachedLock implements MigrationLock.LockMeans {

    private final Connection connection;
    private final LockBeside lock;
    private final Optional<Path> file;
    private boolean held;

    private AttachedLock(Connection connection, LockBeside lock, Optional<Path> file) {
        this.connection = connection;
        this.lock = lock;
        this.file = file;
    }

    /** On a connection that serves the lock alone and is closed with it. */
    static AttachedLock on(Connection connection, LockBeside lock) throws SQLException {
        return new AttachedLock(
                connection, lock, text(connection, lock.file()).map(name -> Path.of(name + lock.suffix())));
    }

    /** A database in memory is its connection's own, so there is nobody to wait for. */
    @Override
    public boolean attempt() throws SQLException {
        if (file.isEmpty()) {
            return true;
        }
        attach();
        try {
            connection.setAutoCommit(false);
            for (String statement : lock.tell()) {
                execute(statement, statement.contains("?") ? Migrator.description() : null);
            }
            connection.commit();
            execute(lock.lock(), null);
            held = true;
            return true;
        } catch (SQLException busy) {
            boolean forbidden = Files.exists(file.get()) && !Files.isWritable(file.get());
            if (forbidden || !lock.busy().contains(busy.getErrorCode())) {
                throw busy;
            }
            return false;
        } finally {
            if (!held) {
                detach();
            }
        }
    }

    @Override
    public String holder() throws SQLException {
        attach();
        try {
            return text(connection, lock.holder()).map(this::noted).orElse("one that has just ended");
        } catch (SQLException begun) {
            return "one that has just begun or ended";
        } finally {
            detach();
        }
    }

    /** The lock's database can be written by nobody as long as the lock is held, so this goes into a file beside it. */
    @Override
    public void tell(String revision) {
        if (held) {
            try {
                Files.writeString(note(), Migrator.description(revision));
            } catch (IOException full) {
                // it was a courtesy to those who wait
            }
        }
    }

    private Path note() {
        return Path.of(file.orElseThrow() + "-note");
    }

    /** What the holder is at; a note of one that was killed is none of this one's. */
    private String noted(String holder) {
        String who = holder.replaceAll(", since .*", ",");
        try {
            String note = Files.exists(note()) ? Files.readString(note()) : "";
            return note.startsWith(who) ? note : holder;
        } catch (IOException gone) {
            return holder;
        }
    }

    private void attach() throws SQLException {
        execute(lock.attach(), file.orElseThrow().toString());
    }

    private void detach() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        execute(lock.detach(), null);
    }

    private void execute(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            statement.execute();
        }
    }

    private static Optional<String> text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (held && !connection.isClosed()) {
                held = false;
                delete();
                detach();
            }
        }
    }

    /** Where an open file cannot be deleted it stays, and does no harm. */
    private void delete() {
        try {
            Files.deleteIfExists(note());
            Files.deleteIfExists(file.orElseThrow());
        } catch (IOException open) {
            // it stays
        }
    }
}
