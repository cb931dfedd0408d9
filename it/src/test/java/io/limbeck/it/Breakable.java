package io.limbeck.it;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A server of a test's own, which the test may do harm to; closing it ends it and takes its data away. */
public interface Breakable extends AutoCloseable {

    /** One empty database of it; the server's end is its end too. */
    TestDatabase database();

    /** Ends the server at once, as a power cut would end its machine. */
    void kill();

    /** Starts it again on the same data. */
    void restart();

    /** The server's process. */
    long pid() throws IOException;

    @Override
    void close();

    /** What the kind of a shared server is for a test that does harm. */
    static Breakable of(Databases kind) {
        return switch (kind) {
            case POSTGRESQL -> new BreakablePostgres();
            case MARIADB -> new BreakableMariadb();
            default -> throw new IllegalArgumentException(kind + " is no server that can be broken");
        };
    }

    /**
     * Lets files of a process grow no further than so many bytes, as a full disk would.
     *
     * @param bytes a number, or {@code unlimited}
     */
    static void limitFiles(long pid, String bytes) throws IOException, InterruptedException {
        var command = new ProcessBuilder("prlimit", "--pid", String.valueOf(pid), "--fsize=" + bytes + ":");
        try {
            var process = command.inheritIO().start();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command.command() + " failed");
            }
        } catch (IOException missing) {
            Assumptions.abort("Files cannot be limited here: " + missing.getMessage());
        }
    }
}
