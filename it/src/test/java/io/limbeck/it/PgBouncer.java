package io.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PgBouncer before one database, if this machine has one ({@code apt-get install pgbouncer}); it lets everybody in.
 *
 * @param database what is reached through it
 */
public record PgBouncer(Process process, TestDatabase database) implements AutoCloseable {

    /**
     * @param mode {@code session} or {@code transaction}
     * @param folder for its configuration
     */
    public static PgBouncer before(TestDatabase database, String mode, Path folder)
            throws IOException, InterruptedException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        int port = Mysqld.freePort();
        Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                %1$s = host=127.0.0.1 port=%2$d dbname=%1$s user=%3$s password='%4$s'
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %5$d
                unix_socket_dir =
                auth_type = any
                pool_mode = %6$s
                default_pool_size = 20
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                name, Postgres.port(), database.username(), database.password().replace("'", "''"), port, mode));
        Path log = folder.resolve("pgbouncer.log");
        List<String> command =
                new ArrayList<>(System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(program().toString(), configuration.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        TestDatabase through = new TestDatabase(
                database.kind(), "jdbc:postgresql://127.0.0.1:" + port + "/" + name, database.username(), "");
        PgBouncer pooler = new PgBouncer(process, through);
        pooler.awaitConnections(log);
        return pooler;
    }

    private static Path program() {
        var found = Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "There is no pgbouncer on the path (Debian's package: pgbouncer)");
        return found.get();
    }

    private void awaitConnections(Path log) throws IOException, InterruptedException {
        while (true) {
            try {
                DriverManager.getConnection(database.url(), database.username(), "")
                        .close();
                return;
            } catch (SQLException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException(notYet.getMessage() + "\n" + Files.readString(log), notYet);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
