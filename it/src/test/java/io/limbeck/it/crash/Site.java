package io.limbeck.it.crash;

import io.limbeck.it.Databases;
import io.limbeck.it.PgBouncer;
import io.limbeck.it.Rows;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.derby.drda.NetworkServerControl;
import org.h2.tools.Server;

/**
 * A database that several processes can open, one after the other at least.
 *
 * @param end what is done with it in the end
 * @param files whether this process must let go of it before another can have it
 */
record Site(Databases kind, String url, String username, String password, End end, boolean files)
        implements AutoCloseable {

    /** Closes or throws away. */
    interface End {
        void end() throws SQLException;
    }

    private static final List<String> TABLES = List.of("person", "crew", "member", "note", "entry");

    /** A column whose values a counter gives, which leaves out what a transaction took that was not committed. */
    private static final String COUNTER = "number";

    /**
     * H2 writes at once, since a kill while it writes in the background may leave a commit that is half written; version
     * 2.5 never ends such a one again, and whoever comes to its rows waits for ever.
     */
    static Site of(Databases kind, Path folder) throws IOException {
        Path place = Files.createTempDirectory(folder, "database").resolve("it");
        return switch (kind.name()) {
            case "DERBY" -> new Site(kind, "jdbc:derby:" + place + ";create=true", "app", "x", () -> {}, true);
            case "H2" -> new Site(kind, "jdbc:h2:file:" + place + ";WRITE_DELAY=0", "sa", "", () -> {}, true);
            case "HSQLDB" ->
                new Site(
                        kind,
                        "jdbc:hsqldb:file:" + place + ";hsqldb.lock_file=false;hsqldb.write_delay=false",
                        "sa",
                        "",
                        () -> {},
                        true);
            default -> server(kind);
        };
    }

    private static Site server(Databases kind) {
        TestDatabase server = kind.fresh();
        return new Site(kind, server.url(), server.username(), server.password(), server::close, false);
    }

    /** One that processes can be at together: what keeps its files to one process runs as a server. */
    static Site shared(Databases kind, Path folder) throws IOException, SQLException {
        return switch (kind.name()) {
            case "DERBY" -> derbyServer(kind, Files.createTempDirectory(folder, "served"));
            case "H2" -> {
                Path place = Files.createTempDirectory(folder, "served");
                Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", place.toString())
                        .start();
                String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/./it";
                yield new Site(kind, url, "sa", "", server::stop, false);
            }
            case "HSQLDB" -> {
                org.hsqldb.server.Server server = new org.hsqldb.server.Server();
                int port = freePort();
                server.setSilent(true);
                server.setLogWriter(null);
                server.setErrWriter(null);
                server.setPort(port);
                server.setDatabaseName(0, "it");
                server.setDatabasePath(0, "mem:race" + port);
                server.start();
                yield new Site(kind, "jdbc:hsqldb:hsql://localhost:" + port + "/it", "sa", "", server::shutdown, false);
            }
            default -> server(kind);
        };
    }

    /** A PostgreSQL behind a pooler that leads each transaction to any session of the server. */
    static Site pooled(Path folder) throws IOException, InterruptedException {
        TestDatabase server = Databases.POSTGRESQL.fresh();
        PgBouncer pooler = PgBouncer.before(server, "transaction", folder);
        TestDatabase through = pooler.database();
        End end = () -> {
            pooler.close();
            server.close();
        };
        return new Site(Databases.POSTGRESQL, through.url(), through.username(), through.password(), end, false);
    }

    private static Site derbyServer(Databases kind, Path place) throws IOException, SQLException {
        int port = freePort();
        try {
            NetworkServerControl server = new NetworkServerControl(InetAddress.getLoopbackAddress(), port);
            server.start(null);
            String url = "jdbc:derby://localhost:" + port + "/" + place.resolve("it") + ";create=true";
            awaitServer(url);
            return new Site(kind, url, "app", "x", () -> shutDown(server), false);
        } catch (SQLException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) { // NetworkServerControl declares no other
            throw new IOException(failed);
        }
    }

    private static void awaitServer(String url) throws SQLException {
        boolean there = false;
        while (!there) {
            try (Connection connection = DriverManager.getConnection(url, "app", "x")) {
                there = connection.isValid(1);
            } catch (SQLNonTransientConnectionException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static void shutDown(NetworkServerControl server) throws SQLException {
        try {
            server.shutdown();
        } catch (SQLException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) { // NetworkServerControl declares no other
            throw new SQLException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Schema, rows and version rows, as text. */
    String state() throws SQLException {
        StringBuilder state = new StringBuilder();
        try (Connection connection = connect()) {
            Catalogue all = Catalogue.of(connection);
            state.append(all.without("db_version").text());
            if (has(all, "db_version")) {
                state.append(versions(connection));
            }
            for (String table : TABLES) {
                if (has(all, table)) {
                    state.append(Rows.dump(connection, table, COUNTER));
                }
            }
        }
        leave();
        return state.toString();
    }

    private static boolean has(Catalogue catalogue, String table) {
        return catalogue.text().toLowerCase(Locale.ROOT).contains("table " + table + "\n");
    }

    /** The schema alone, as text. */
    String catalogue() throws SQLException {
        String text;
        try (Connection connection = connect()) {
            text = Catalogue.of(connection).text();
        }
        leave();
        return text;
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
        if (!files) {
            return;
        }
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
        end.end();
    }
}
