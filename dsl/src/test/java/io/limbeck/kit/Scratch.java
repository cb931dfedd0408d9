package io.limbeck.kit;

import io.limbeck.golden.Outcome.Sent;
import io.limbeck.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A connection whose current schema is empty, for one case; closing it closes the connection. */
public class Scratch implements AutoCloseable {

    private final Connection connection;

    public Scratch(Connection connection) {
        this.connection = connection;
    }

    protected final Connection connection() {
        return connection;
    }

    /** The server and its version, for the table of what was run where. */
    public String server() throws SQLException {
        return connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseMajorVersion() + "."
                + connection.getMetaData().getDatabaseMinorVersion();
    }

    /**
     * Everything in the current schema as text: equal texts, equal schemas. Here it is what JDBC's metadata tell; a
     * dialect's own test tells more, from the database's catalogue.
     *
     * @param others schemas whose contents are told as well
     */
    public String catalogue(Collection<String> others) throws SQLException {
        return MetaDataText.of(connection);
    }

    /** Sends what a plan would send; code is left out. */
    public final void send(List<Sent> statements) throws SQLException {
        for (Sent sent : statements) {
            if (sent.statement() instanceof Statement.Sql sql) {
                send(sql.text());
            } else if (sent.statement() instanceof Statement.Aside setting) {
                send(setting.off());
            } else if (sent.statement() instanceof Statement.Rows rows) {
                for (String each : rows.statements().toList()) {
                    send(each);
                }
            }
        }
    }

    private void send(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\n" + sql, refused.getSQLState(), refused);
        }
    }

    protected final void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
