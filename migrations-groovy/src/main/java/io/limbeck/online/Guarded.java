package io.limbeck.online;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection for code in scripts, whose transaction is not theirs to end. */
final class Guarded {

    private static final Set<String> FORBIDDEN = Set.of("commit", "setAutoCommit", "close", "abort");

    private Guarded() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Guarded.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean whole = method.getName().equals("rollback") && method.getParameterCount() == 0;
                    if (whole || FORBIDDEN.contains(method.getName())) {
                        throw new SQLException("a data block cannot commit, roll back or close (as withTransaction"
                                + " does): its transaction belongs to the migration");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
