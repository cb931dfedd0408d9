package io.limbeck.online;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Hands a script's value to a connection's prepared statements; a driver that does not take it gets its text. */
final class Binding {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final Connection connection;
    /** What the driver has refused of java.time, which costs it an exception each time. */
    private final Set<Class<? extends Temporal>> unknown = new HashSet<>();

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
        } else if (value instanceof Temporal moment) {
            moment(statement, index, moment);
        } else {
            statement.setObject(index, value);
        }
    }

    /**
     * A driver that knows no java.time gets the text, as JDBC spells it in its escapes; java.sql.Timestamp would move what
     * falls into the switch to summer time here.
     */
    private void moment(PreparedStatement statement, int index, Temporal moment) throws SQLException {
        if (unknown.contains(moment.getClass())) {
            statement.setString(index, text(moment));
            return;
        }
        try {
            statement.setObject(index, moment);
        } catch (SQLException refused) {
            try {
                statement.setString(index, text(moment));
                unknown.add(moment.getClass());
            } catch (SQLException neither) {
                refused.addSuppressed(neither);
                throw refused;
            }
        }
    }

    private static String text(Temporal moment) {
        if (moment instanceof LocalTime time) {
            return TIME.format(time);
        }
        return moment instanceof LocalDateTime both ? both.toLocalDate() + " " + TIME.format(both) : moment.toString();
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
