package io.limbeck.online;

import groovy.lang.Closure;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Where connections come from during one run; whoever opens it closes it. */
public final class Engine implements AutoCloseable {

    private final Source source;
    private final ConnectionSetup setup;
    private ExecutorService worker;

    /** What every new connection goes through, such as being pointed at a schema. */
    @FunctionalInterface
    public interface ConnectionSetup {
        void accept(Connection connection) throws SQLException;
    }

    /** Makes a connection, or gets one from whoever has them. */
    @FunctionalInterface
    interface Source {
        Connection connection() throws SQLException;
    }

    /** What comes before a connection is closed. */
    private interface Ending extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    Engine(Source source, ConnectionSetup setup) {
        this.source = source;
        this.setup = setup;
    }

    /** An engine over a data source that stays the caller's. */
    public static Engine over(DataSource source, ConnectionSetup setup) {
        return new Engine(source::getConnection, setup);
    }

    /**
     * A new connection, in auto-commit mode.
     *
     * @throws LimbeckException when the database cannot be reached
     */
    public Connection connect() {
        try {
            Connection connection = source.connection();
            try {
                if (!connection.getAutoCommit()) {
                    connection.setAutoCommit(true);
                }
                setup.accept(connection);
                return connection;
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException unreachable) {
            throw Unreachable.problem(unreachable);
        }
    }

    /** Lets work be done on a new connection, which is closed behind it. */
    public void connect(Consumer<Connection> work) {
        try (Connection connection = connect();
                Ending ending = () -> rollBack(connection)) {
            work.accept(connection);
        } catch (SQLException broken) {
            throw LimbeckException.setup(
                    Problem.of("connection", "the connection broke: " + broken.getMessage(), null), broken);
        }
    }

    /** The same on another thread. */
    public CompletionStage<Void> connectAsync(Consumer<Connection> work) {
        return CompletableFuture.runAsync(() -> connect(work), worker());
    }

    private synchronized ExecutorService worker() {
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "limbeck");
                thread.setDaemon(true);
                return thread;
            });
        }
        return worker;
    }

    /** The same for {@code engine.connectAsync { connection -> … }}. */
    public CompletionStage<Void> connectAsync(Closure<?> work) {
        return connectAsync((Connection connection) -> {
            work.call(connection);
        });
    }

    /** Some databases do not let go of a connection whose transaction is open, and others commit it. */
    private static void rollBack(Connection connection) throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    /** Connections that are open stay with whoever asked for them. */
    @Override
    public synchronized void close() {
        if (worker != null) {
            worker.shutdown();
        }
    }
}
