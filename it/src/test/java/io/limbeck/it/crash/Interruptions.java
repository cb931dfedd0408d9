package io.limbeck.it.crash;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that count the moments at which a process may end: before each statement that may change the database. */
final class Interruptions implements DataSource {

    private final String url;
    private final String username;
    private final String password;
    private final IntConsumer moment;
    private final List<String> statements = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    /**
     * @param moment hears the number of each moment, counted from 1
     */
    Interruptions(String url, String username, String password, IntConsumer moment) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.moment = moment;
    }

    int moments() {
        return statements.size();
    }

    /** The number of the first moment that comes before a statement with such words. */
    int momentBefore(String words) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no statement has the words " + words + ": " + statements);
    }

    private synchronized void pass(String statement) {
        statements.add(statement);
        moment.accept(statements.size());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(url, username, password);
        connections.add(connection);
        return counted(Connection.class, connection);
    }

    /** Ends all connections as the end of their process does. */
    void die() throws SQLException {
        for (Connection connection : connections) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String secret) throws SQLException {
        throw new SQLException("this source knows one user alone");
    }

    private <T> T counted(Class<T> type, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (changes(method, arguments)) {
                pass(arguments != null && arguments[0] instanceof String text ? text : method.getName());
            }
            Object result = invoke(real, method, arguments);
            if (method.getReturnType() == Statement.class) {
                return counted(Statement.class, result);
            }
            return method.getReturnType() == PreparedStatement.class
                    ? counted(PreparedStatement.class, result)
                    : result;
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean changes(Method method, Object[] arguments) {
        String name = method.getName();
        return name.equals("commit")
                || name.equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0])
                || name.startsWith("execute") && !name.equals("executeQuery");
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    // ---- what nobody asks of it

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the driver's own
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
