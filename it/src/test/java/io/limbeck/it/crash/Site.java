package io.limbeck.it.crash;

import io.limbeck.it.Databases;
import io.limbeck.it.Rows;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A database that several processes can open, one after the other at least.
 *
 * @param server the database of a server; null for one in files
 */
record Site(Databases kind, String url, String username, String password, TestDatabase server)
        implements AutoCloseable {

    private static final List<String> TABLES = List.of("person", "crew");

    static Site of(Databases kind, Path folder) throws IOException {
        Path place = Files.createTempDirectory(folder, "database").resolve("it");
        return switch (kind.name()) {
            case "DERBY" -> new Site(kind, "jdbc:derby:" + place + ";create=true", "app", "x", null);
            case "H2" -> new Site(kind, "jdbc:h2:file:" + place, "sa", "", null);
            case "HSQLDB" ->
                new Site(
                        kind,
                        "jdbc:hsqldb:file:" + place + ";hsqldb.lock_file=false;hsqldb.write_delay=false",
                        "sa",
                        "",
                        null);
            default -> {
                TestDatabase server = kind.fresh();
                yield new Site(kind, server.url(), server.username(), server.password(), server);
            }
        };
    }

    /** Whether processes can be at it at the same time. */
    boolean isShared() {
        return server != null;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Schema, rows and version rows, as text. */
    String state() throws SQLException {
        StringBuilder state = new StringBuilder();
        try (Connection connection = connect()) {
            Catalogue catalogue = Catalogue.of(connection).without("db_version");
            state.append(catalogue.text()).append(versions(connection));
            for (String table : TABLES) {
                if (catalogue.text().toLowerCase(java.util.Locale.ROOT).contains("table " + table + "\n")) {
                    state.append(Rows.dump(connection, table));
                }
            }
        }
        leave();
        return state.toString();
    }

    /** A lock may be a row that its session has committed; it counts for nothing once that session is gone. */
    private static String versions(Connection connection) throws SQLException {
        return Rows.dump(connection, "db_version", "applied_at", "applied_by", "duration_ms")
                .lines()
                .filter(line -> !line.startsWith("revision=(lock)"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Lets go of what this process has open, so that another can have it. */
    void leave() throws SQLException {
        if (kind.name().equals("HSQLDB")) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        }
        if (kind.name().equals("DERBY")) {
            try (Connection connection =
                    DriverManager.getConnection(url.replace("create=true", "shutdown=true"), username, password)) {
                throw new IllegalStateException("Derby answers a shutdown with 08006, not " + connection);
            } catch (SQLException answer) {
                if (!"08006".equals(answer.getSQLState()) && !"XJ004".equals(answer.getSQLState())) {
                    throw answer;
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (server != null) {
            server.close();
        }
    }
}
