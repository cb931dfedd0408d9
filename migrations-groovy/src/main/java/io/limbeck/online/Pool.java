package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.DelegatingConnection;

/**
 * Connections to one database that several runs use one after the other.
 *
 * <p>A connection that a plan was run on is closed for good, as its session may keep what a script left there: a role, a
 * setting, a temporary table.
 */
public final class Pool implements AutoCloseable {

    private final BasicDataSource source;
    private Dialect dialect;

    Pool(BasicDataSource source) {
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

    /** The engine of one of several runs, which leaves the pool open. */
    public Engine engine(Engine.ConnectionSetup setup) {
        return new Engine(() -> new Lent(source.getConnection(), source), () -> {}, setup);
    }

    /** The engine of the only run, which closes the pool. */
    public Engine engineOfItsOwn(Engine.ConnectionSetup setup) {
        return new Engine(source::getConnection, source, setup);
    }

    /** Lets nobody have a connection behind this run, if it is a pool's. */
    static void spend(Connection connection) {
        if (connection instanceof Lent lent) {
            lent.spent = true;
        }
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }

    /** A connection that goes back to its pool unless it is spent. */
    private static final class Lent extends DelegatingConnection<Connection> {

        private final BasicDataSource pool;
        private boolean spent;

        Lent(Connection connection, BasicDataSource pool) {
            super(connection);
            this.pool = pool;
        }

        @Override
        public void close() throws SQLException {
            if (spent && !isClosed()) {
                pool.invalidateConnection(getDelegateInternal());
                setClosedInternal(true);
            } else {
                super.close();
            }
        }
    }
}
