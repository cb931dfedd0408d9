package io.limbeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of this process's own, of the family that {@code mysqld} began, unpacked from a Maven artifact, started by
 * the first test that asks, and stopped with the JVM.
 *
 * <p>A shell waits on a pipe from this process and ends the server when the pipe breaks, so that a JVM that is killed
 * leaves neither a server nor its data behind. A line makes it end the server, another one start it again. A server that starts clears its folder for temporary tables, so that each
 * has one of its own, and none waits for the disk, since a test's rows need not outlive a crash.
 */
final class Mysqld {
    /** Who makes and drops databases, and owns none. */
    private static final String ADMINISTRATOR = "administrator";

    /** Who owns the databases that tests get; the server's own root stays out of it. */
    static final String OWNER = "tester";

    /** The password of both; a server that lets everybody in would hide a lost one. */
    static final String PASSWORD = "p&ss 'word";

    private static final String KEEPER =
            "trap '' XFSZ; \"$@\" & server=$!; while read line; do kill -9 $server; wait $server; read line || break;"
                    + " \"$@\" & server=$!; done; kill -9 $server; wait $server; cd /; rm -rf \"$PLACE\"";

    /** How one product differs from the other. */
    interface Product {
        /** The folder's name and the beginning of the JDBC URL. */
        String name();

        /** Unpacks the server's files below a folder, and gives the one that holds {@code bin}. */
        Path unpack(Path folder) throws IOException;

        /** Fills an empty data directory. */
        void initialize(Path base, Path data) throws IOException;

        /** The server's program and the options that it alone has. */
        List<String> server(Path base);

        /** An account with its password, as CREATE USER wants it. */
        String identified(String account, String password);
    }

    private final Product product;
    private final int flush;
    private Path base;
    private Path log;
    private Process process;
    private int port;

    /**
     * @param flush when a transaction's log is handed to the system: 0 about once a second, 2 when it commits
     */
    Mysqld(Product product, int flush) {
        this.product = product;
        this.flush = flush;
    }

    /** Ends the server as it stands; its data stay. */
    void kill() {
        tell();
    }

    /** Starts the server again. */
    void restart() {
        tell();
        try {
            awaitConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The server's process. */
    long pid() throws IOException {
        return Long.parseLong(Files.readString(log.resolveSibling("data").resolve("server.pid"))
                .strip());
    }

    private void tell() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    TestDatabase freshDatabase(Databases kind) {
        start();
        var name = Databases.newName();
        administrate("create database " + name + " character set utf8mb4");
        return new TestDatabase(kind, "jdbc:" + product.name() + "://127.0.0.1:" + port + "/" + name, OWNER, PASSWORD);
    }

    void drop(TestDatabase database) {
        var url = database.url();
        administrate("drop database " + url.substring(url.lastIndexOf('/') + 1));
    }

    /** Where the server's files are. */
    Path base() {
        start();
        return base;
    }

    private void administrate(String... statements) {
        var url = "jdbc:" + product.name() + "://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(url, ADMINISTRATOR, PASSWORD);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void start() {
        if (process != null) {
            return;
        }
        var system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        Assumptions.assumeTrue(
                system.equals("Linux on amd64"), "No " + product.name() + " for " + system + " among the dependencies");
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void launch() throws IOException, InterruptedException {
        var home = home();
        base = product.unpack(Files.createDirectories(home));
        var place = Files.createDirectories(home.resolve(Databases.newName()));
        var data = Files.createDirectory(place.resolve("data"));
        var scratch = Files.createDirectory(place.resolve("scratch"));
        product.initialize(base, data);
        var accounts = place.resolve("accounts.sql");
        var password = PASSWORD.replace("'", "''");
        Files.writeString(accounts, """
                CREATE USER IF NOT EXISTS %1$s;
                GRANT ALL PRIVILEGES ON *.* TO '%2$s'@'%%' WITH GRANT OPTION;
                CREATE USER IF NOT EXISTS %3$s;
                GRANT ALL PRIVILEGES ON *.* TO '%4$s'@'%%';
                """.formatted(
                        product.identified(ADMINISTRATOR, password),
                        ADMINISTRATOR,
                        product.identified(OWNER, password),
                        OWNER));
        port = freePort();
        var command = new ArrayList<>(List.of("sh", "-c", KEEPER, product.name()));
        command.addAll(product.server(base));
        command.addAll(List.of(
                "--datadir=" + data,
                "--tmpdir=" + scratch,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--init-file=" + accounts,
                "--character-set-server=utf8mb4",
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=" + flush,
                "--innodb-doublewrite=0",
                "--innodb-flush-method=nosync",
                "--innodb-buffer-pool-size=64M",
                "--innodb-use-native-aio=0",
                "--innodb-stats-persistent=OFF",
                "--skip-name-resolve",
                "--innodb-fast-shutdown=2"));
        log = place.resolve("server.log");
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PLACE", place.toString());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        awaitConnections();
    }

    private void awaitConnections() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (true) {
            try {
                DriverManager.getConnection(
                                "jdbc:" + product.name() + "://127.0.0.1:" + port + "/", ADMINISTRATOR, PASSWORD)
                        .close();
                return;
            } catch (SQLException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException(notYet.getMessage() + "\n" + Files.readString(log), notYet);
                }
            }
        }
    }

    /** The shell ends the server when it finds its input closed. */
    void stop() {
        try {
            process.getOutputStream().close();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a program to its end, which must be a good one. */
    static void run(Path data, Path input, List<String> program, String... options) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of(options));
        var log = Files.createTempFile(data.getParent(), "run", ".log");
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        if (await(builder.start()) != 0) {
            throw new IOException(command + " failed:\n" + Files.readString(log));
        }
        Files.delete(log);
    }

    static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In this module's {@code target}, whichever folder the process was started in. */
    private Path home() {
        try {
            var classes = Mysqld.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(classes.toURI()).resolveSibling(product.name());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
