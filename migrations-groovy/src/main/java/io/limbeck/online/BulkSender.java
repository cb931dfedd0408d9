package io.limbeck.online;

import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends rows as a stream where the driver has the means, which is not on Limbeck's class path: pgjdbc's {@code
 * PGConnection.getCopyAPI().copyIn(String, InputStream, int)}, in whichever class loader the driver is.
 */
final class BulkSender {

    private static final String INTERFACE = "org.postgresql.PGConnection";
    private static final int BUFFER = 1 << 16;

    private BulkSender() {}

    /**
     * Sends the rows, if database, table and driver let it be done.
     *
     * @return whether it was done
     */
    static boolean sends(Connection connection, Statement.Rows rows) throws SQLException {
        if (rows.bulk().isEmpty()) {
            return false;
        }
        BulkLoad bulk = rows.bulk().get();
        Optional<Object> driver = driver(connection);
        if (driver.isEmpty() || !allows(connection, bulk)) {
            return false;
        }
        try (RowReader row = rows.source().open();
                InputStream text = new RowStream(row, bulk)) {
            Object api = call(driver.get(), "getCopyAPI");
            call(api, "copyIn", bulk.statement(), text, BUFFER);
            return true;
        } catch (SQLException refused) {
            throw located(refused, rows, bulk);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean allows(Connection connection, BulkLoad bulk) throws SQLException {
        try (java.sql.Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(bulk.precondition())) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The driver's own view of the connection, by whichever class loader has it. */
    private static Optional<Object> driver(Connection connection) throws SQLException {
        Connection innermost = Pool.behind(connection);
        return Stream.of(
                        innermost.getClass().getClassLoader(),
                        Thread.currentThread().getContextClassLoader(),
                        BulkSender.class.getClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(loader -> known(loader).stream())
                .flatMap(type -> unwrapped(innermost, type).stream())
                .findFirst();
    }

    private static Optional<Class<?>> known(ClassLoader loader) {
        try {
            return Optional.of(Class.forName(INTERFACE, false, loader));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private static Optional<Object> unwrapped(Connection connection, Class<?> type) {
        try {
            return connection.isWrapperFor(type) ? Optional.of(connection.unwrap(type)) : Optional.empty();
        } catch (SQLException | LinkageError opaque) {
            return Optional.empty();
        }
    }

    private static Object call(Object on, String name, Object... arguments) throws SQLException {
        try {
            for (Method method : on.getClass().getMethods()) {
                if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments)) {
                    return method.invoke(on, arguments);
                }
            }
            throw new SQLException("the driver has no " + name);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new SQLException(failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new SQLException(closed);
        }
    }

    private static boolean takes(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean number = types[i] == int.class && arguments[i] instanceof Integer;
            if (!number && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    /** The failure with the line of the file that it is about. */
    private static SQLException located(SQLException refused, Statement.Rows rows, BulkLoad bulk) {
        int line = bulk.line(String.valueOf(refused.getMessage()));
        try (RowReader row = rows.source().open()) {
            int sent = 1;
            while (sent < line && row.next()) {
                sent += lines(row);
            }
            return line == 0
                    ? refused
                    : new SQLException(
                            rows.source().name() + ":" + row.line() + ": " + refused.getMessage(),
                            refused.getSQLState(),
                            refused.getErrorCode(),
                            refused);
        }
    }

    private static int lines(RowReader row) {
        int lines = 1;
        for (int at = row.from(); at < row.to(); at++) {
            lines += row.bytes()[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
