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
    private final AutoCloseable pool;
    private final ConnectionSetup setup;
    private final ExecutorService worker;

    /** What every new connection goes through, such as being pointed at a schema. */
    @FunctionalInterface
    public interface ConnectionSetup {
        void accept(Connection connection) throws SQLException;
    }

    /** Opens connections. */
    @FunctionalInterface
    interface Source {
        Connection get() throws SQLException;
    }

    /**
     * @param pool closed with the engine; does nothing where it goes on living
     */
    Engine(Source source, AutoCloseable pool, ConnectionSetup setup) {
        this.source = source;
        this.pool = pool;
        this.setup = setup;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "limbeck");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An engine over a data source that stays the caller's. */
    public static Engine over(DataSource source, ConnectionSetup setup) {
        return new Engine(source::getConnection, () -> {}, setup);
    }

    /**
     * A new connection, in auto-commit mode.
     *
     * @throws LimbeckException when the database cannot be reached
     */
    public Connection connect() {
        try {
            Connection connection = source.get();
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

    /** Lets work be done on a new connection, on another thread; the connection is closed behind it. */
    public CompletionStage<Void> connectAsync(Consumer<Connection> work) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Connection connection = connect()) {
                        work.accept(connection);
                    } catch (SQLException broken) {
                        throw LimbeckException.setup(
                                Problem.of("connection", "the connection broke: " + broken.getMessage(), null), broken);
                    }
                },
                worker);
    }

    /** The same for {@code engine.connectAsync { connection -> … }}. */
    public CompletionStage<Void> connectAsync(Closure<?> work) {
        return connectAsync((Connection connection) -> {
            work.call(connection);
        });
    }

    @Override
    public void close() {
        worker.shutdown();
        try {
            pool.close();
        } catch (Exception broken) {
            throw new IllegalStateException("the engine cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
