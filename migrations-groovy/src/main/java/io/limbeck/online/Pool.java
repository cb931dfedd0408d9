package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.commons.dbcp2.DelegatingConnection;

/**
 * Connections to one database that several runs use one after the other.
 *
 * <p>A connection that a plan was run on may keep in its session what a script left there: a role, a setting, a temporary
 * table. It is closed for good, unless the server can forget all that; of settings that a script has made up, PostgreSQL
 * keeps the names. How many there are is up to those who use them.
 */
public final class Pool implements AutoCloseable {

    private final Engine.Source source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private Dialect dialect;
    private volatile boolean apart;

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

    /** Lets nobody have a connection as it is behind the run of a plan, if it is a pool's. */
    static void spend(Connection connection, Plan plan) {
        if (connection instanceof Loan loan) {
            loan.spend(plan.mayMakeSettings());
        }
    }

    /** Whether two connections are of one pool, of which two others were seen to have sessions of their own. */
    static boolean areApart(Connection one, Connection other) {
        return one instanceof Loan loan && loan.isOfPoolOf(other) && loan.pool().apart;
    }

    /** Keeps in mind that two connections have sessions of their own. */
    static void foundApart(Connection one, Connection other) {
        if (one instanceof Loan loan && loan.isOfPoolOf(other)) {
            loan.pool().apart = true;
        }
    }

    private synchronized Optional<String> sessionReset() {
        return Optional.ofNullable(dialect).flatMap(known -> known.server().sessionReset());
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }

    /** What tells a pool's connection, without the library of pools where there is none. */
    private interface Loan {

        Pool pool();

        /** @param forGood whether nothing gives the session back what it was */
        void spend(boolean forGood);

        default boolean isOfPoolOf(Connection other) {
            return other instanceof Loan loan && loan.pool() == pool();
        }
    }

    /** A connection that goes back to its pool unless it is spent. */
    private final class Lent extends DelegatingConnection<Connection> implements Loan {

        private boolean spent;
        private boolean forGood;

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
            if (!own.isClosed() && isPutInOrder(own) && (!spent || isRenewed(own))) {
                idle.addFirst(own);
            } else {
                own.close();
            }
        }

        @Override
        public Pool pool() {
            return Pool.this;
        }

        @Override
        public void spend(boolean untilClosed) {
            spent = true;
            forGood |= untilClosed;
        }

        private boolean isRenewed(Connection own) {
            Optional<String> reset = forGood ? Optional.empty() : sessionReset();
            if (reset.isEmpty()) {
                return false;
            }
            try (Statement statement = own.createStatement()) {
                statement.execute(reset.get());
                return true;
            } catch (SQLException broken) {
                return false;
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
