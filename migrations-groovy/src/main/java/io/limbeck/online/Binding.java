package io.limbeck.online;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Hands a script's value to a prepared statement; a driver that does not take it gets its text. */
final class Binding {

    private Binding() {}

    static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setObject(index, null);
        } else if (value instanceof java.math.BigInteger number) {
            statement.setBigDecimal(index, new java.math.BigDecimal(number));
        } else if (value instanceof UUID uuid) {
            uuid(statement, index, uuid);
        } else {
            statement.setObject(index, value);
        }
    }

    private static void uuid(PreparedStatement statement, int index, UUID uuid) throws SQLException {
        try {
            statement.setObject(index, uuid);
        } catch (SQLException unknownType) {
            statement.setString(index, uuid.toString());
        }
    }
}
