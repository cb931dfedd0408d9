package io.limbeck.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of this process's own, from Maven artifacts, started by the first test that asks and stopped with the JVM. */
public final class Postgres {
    /** Who owns the databases that tests get; no superuser, as in real life. */
    static final String OWNER = "tester";

    /** The owner's password; a server that lets everybody in would hide a lost one. */
    static final String PASSWORD = "p&ss 'word";

    private static EmbeddedPostgres server;

    private Postgres() {}

    /**
     * A new, empty database that {@link #OWNER} owns.
     *
     * @throws org.opentest4j.TestAbortedException if there is no PostgreSQL for this system among the dependencies
     */
    public static TestDatabase freshDatabase() {
        var name = Databases.newName();
        administrate("create database " + name + " owner " + OWNER);
        var url = "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name;
        return new TestDatabase(Databases.POSTGRESQL, url, OWNER, PASSWORD);
    }

    /** The port of the server that tests share. */
    public static int port() {
        return server().getPort();
    }

    /** Drops a database, ending sessions that a test may have left. */
    static void drop(TestDatabase database) {
        var url = database.url();
        administrate("drop database " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
    }

    private static void administrate(String... statements) {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Postgres::stop));
            administrate("create role " + OWNER + " login password '" + PASSWORD.replace("'", "''") + "'");
        }
        return server;
    }

    /** Where the programs are; the server that others share is started for them. */
    static Path programs() throws IOException {
        server();
        try (var folders = Files.list(home().resolve("binaries"))) {
            return folders.map(folder -> folder.resolve("bin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static EmbeddedPostgres start() throws IOException {
        var home = home();
        var data = Files.createDirectories(home.resolve("data")).resolve(Databases.newName());
        try {
            var started = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "off")
                    .setRegisterShutdownHook(false)
                    .start();
            askForPasswords(data, started);
            return started;
        } catch (IllegalStateException e) {
            return Assumptions.abort("No PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + " among the dependencies: " + e.getMessage());
        }
    }

    /** In this module's {@code target}, whichever folder the process was started in. */
    static Path home() {
        try {
            var classes = Postgres.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(classes.toURI()).resolveSibling("postgres");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void askForPasswords(Path data, EmbeddedPostgres started) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        try (var connection = started.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
