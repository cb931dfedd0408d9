package io.limbeck.online;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Hands a script's value to a connection's prepared statements; a driver that does not take it gets its text. */
final class Binding {

    private final Connection connection;
    private Optional<Boolean> knowsUuids = Optional.empty();

    Binding(Connection connection) {
        this.connection = connection;
    }

    void set(PreparedStatement statement, int index, Object value) throws SQLException {
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

    /** A driver that has no such type might send a Java object's bytes. */
    private void uuid(PreparedStatement statement, int index, UUID uuid) throws SQLException {
        if (knowsUuids.isEmpty()) {
            knowsUuids = Optional.of(knowsUuids());
        }
        if (knowsUuids.get()) {
            statement.setObject(index, uuid);
        } else {
            statement.setString(index, uuid.toString());
        }
    }

    private boolean knowsUuids() throws SQLException {
        try (ResultSet types = connection.getMetaData().getTypeInfo()) {
            while (types.next()) {
                if (types.getString("TYPE_NAME").equalsIgnoreCase("uuid")) {
                    return true;
                }
            }
        }
        return false;
    }
}
