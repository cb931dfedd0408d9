package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.plan.Plan;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

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
        return new Lent(waiting == null ? source.connection() : waiting).connection();
    }

    /** Lets nobody have a connection as it is behind the run of a plan, if it is a pool's. */
    static void spend(Connection connection, Plan plan) {
        if (connection instanceof Loan loan) {
            loan.spend(plan.mayMakeSettings());
        }
    }

    /** Whether two connections are of one pool, of which two others were seen to have sessions of their own. */
    static boolean areApart(Connection one, Connection other) {
        return areOfOnePool(one, other) && ((Loan) one).pool().apart;
    }

    /** Keeps in mind that two connections have sessions of their own. */
    static void foundApart(Connection one, Connection other) {
        if (areOfOnePool(one, other)) {
            ((Loan) one).pool().apart = true;
        }
    }

    private static boolean areOfOnePool(Connection one, Connection other) {
        return one instanceof Loan loan && other instanceof Loan another && loan.pool() == another.pool();
    }

    /** The driver's own connection behind a pool's; any other as it is. */
    static Connection behind(Connection connection) {
        return connection instanceof Loan loan ? loan.own() : connection;
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

    /** What tells a pool's connection. */
    private interface Loan {

        Pool pool();

        Connection own();

        /** @param forGood whether nothing gives the session back what it was */
        void spend(boolean forGood);
    }

    /** A connection that goes back to its pool unless it is spent; what it does itself, it does in place of the driver's. */
    private final class Lent implements InvocationHandler, Loan {

        /** SQLSTATE of a connection that does not exist, by the SQL standard. */
        private static final String NO_CONNECTION = "08003";

        private final Connection own;
        private boolean closed;
        private boolean spent;
        private boolean forGood;

        Lent(Connection own) {
            this.own = own;
        }

        Connection connection() {
            return (Connection) Proxy.newProxyInstance(
                    Pool.class.getClassLoader(), new Class<?>[] {Connection.class, Loan.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> close();
                case "isClosed" -> {
                    return closed || own.isClosed();
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                default -> {
                    return by(method.getDeclaringClass() == Loan.class ? this : own, method, arguments);
                }
            }
            return null;
        }

        private Object by(Object target, Method method, Object[] arguments) throws Throwable {
            if (closed && target == own && method.getDeclaringClass() != Object.class) {
                throw new SQLException("the connection is closed", NO_CONNECTION);
            }
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (!own.isClosed() && isPutInOrder() && (!spent || isRenewed())) {
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
        public Connection own() {
            return own;
        }

        @Override
        public void spend(boolean untilClosed) {
            spent = true;
            forGood |= untilClosed;
        }

        private boolean isRenewed() {
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
        private boolean isPutInOrder() {
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
