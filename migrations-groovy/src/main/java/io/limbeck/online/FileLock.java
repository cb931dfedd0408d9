package io.limbeck.online;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A lock of the operating system on a file beside the database's own, which dies with the process.
 *
 * <p>The database's own file is left alone, since closing it would give up the database's locks on it, too. The lock's
 * file says who holds it, lies one byte further on than the lock, and goes when the lock is given back.
 */
final class FileLock implements MigrationLock.LockMeans {

    private static final String SUFFIX = "-limbeck-lock";

    /** Where nothing is written: on some systems what is locked cannot be read by others. */
    private static final long LOCKED = Integer.MAX_VALUE;

    private final Path file;
    private FileChannel channel;

    private FileLock(Path file) {
        this.file = file;
    }

    /**
     * @param query answers one row with the file of the database; nothing where it lies in memory
     */
    static Optional<MigrationLock.LockMeans> beside(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return Optional.ofNullable(row.next() ? row.getString(1) : null)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new FileLock(Path.of(name + SUFFIX)));
        }
    }

    @Override
    public boolean attempt() throws SQLException {
        try {
            FileChannel opened = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locks(opened)) {
                opened.truncate(0).write(ByteBuffer.wrap(Migrator.description().getBytes(StandardCharsets.UTF_8)), 0);
                channel = opened;
                return true;
            }
            opened.close();
            return false;
        } catch (IOException unwritable) {
            throw new SQLException("the file " + file + " cannot be locked: " + unwritable.getMessage(), unwritable);
        }
    }

    /** A file that its holder has deleted meanwhile is a lock no more, though it can be locked. */
    private boolean locks(FileChannel opened) throws IOException {
        try {
            if (opened.tryLock(LOCKED, 1, false) == null) {
                return false;
            }
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
        return isTheSame(opened);
    }

    /** Writes through the channel and looks at the path, as there is no other way to compare the two everywhere. */
    private boolean isTheSame(FileChannel opened) throws IOException {
        byte[] sign = (Migrator.description() + " " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        opened.truncate(0).write(ByteBuffer.wrap(sign), 0);
        try {
            return java.util.Arrays.equals(Files.readAllBytes(file), sign);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public String holder() {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "one that has just begun" : text;
        } catch (IOException gone) {
            return "one that has just ended";
        }
    }

    /** The file goes first, while nobody else can have locked it. */
    @Override
    public void close() throws SQLException {
        try (FileChannel held = channel) {
            if (held != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new SQLException("the file " + file + " cannot be deleted: " + left.getMessage(), left);
        }
    }
}
