package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.commons.dbcp2.DelegatingConnection;

/**
 * Connections to one database that several runs use one after the other.
 *
 * <p>A connection that a plan was run on is closed for good, as its session may keep what a script left there: a role, a
 * setting, a temporary table. How many there are is up to those who use them.
 */
public final class Pool implements AutoCloseable {

    private final Engine.Source source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private Dialect dialect;

    Pool(Engine.Source source) {
        this.source = source;
    }

    /** Asks a connection. */
    @FunctionalInterface
    public interface Asking {
        Dialect dialect() throws SQLException;
    }

    /** What the server speaks, which is asked once. */
    public synchronized Dialect dialect(Asking asking) throws SQLException {
        if (dialect == null) {
            dialect = asking.dialect();
        }
        return dialect;
    }

    /** The engine of one of the runs, which leaves the pool open. */
    public Engine engine(Engine.ConnectionSetup setup) {
        return new Engine(this::lent, setup);
    }

    /** The engine of the only run. */
    public Engine engineOfItsOwn(Engine.ConnectionSetup setup) {
        return new Engine(source, setup);
    }

    private Connection lent() throws SQLException {
        Connection waiting = idle.pollFirst();
        return new Lent(waiting == null ? source.connection() : waiting);
    }

    /** Lets nobody have a connection behind this run, if it is a pool's. */
    static void spend(Connection connection) {
        if (connection instanceof Lent lent) {
            lent.spent = true;
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }

    /** A connection that goes back to its pool unless it is spent. */
    private final class Lent extends DelegatingConnection<Connection> {

        private boolean spent;

        Lent(Connection connection) {
            super(connection);
        }

        @Override
        public void close() throws SQLException {
            Connection own = getDelegateInternal();
            if (isClosedInternal()) {
                return;
            }
            passivate();
            setClosedInternal(true);
            if (spent || own.isClosed()) {
                own.close();
                return;
            }
            if (isPutInOrder(own)) {
                idle.addFirst(own);
            } else {
                own.close();
            }
        }

        /** One that is broken was told of by whoever used it. */
        private static boolean isPutInOrder(Connection own) {
            try {
                if (!own.getAutoCommit()) {
                    own.rollback();
                    own.setAutoCommit(true);
                }
                return true;
            } catch (SQLException broken) {
                return false;
            }
        }
    }
}
