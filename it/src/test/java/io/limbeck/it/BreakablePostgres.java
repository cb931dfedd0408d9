package io.limbeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** PostgreSQL with a data directory of its own; who connects needs no password. */
final class BreakablePostgres implements Breakable {

    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path programs;
    private final Path data;
    private final int port;

    BreakablePostgres() {
        try {
            programs = Postgres.programs();
            data = Files.createDirectories(Postgres.home().resolve("data")).resolve(Databases.newName());
            port = Mysqld.freePort();
            run("initdb", "-A", "trust", "-U", Postgres.OWNER, "-D", data.toString(), "-E", "UTF-8", "--locale=C");
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        String options = "-p " + port + " -F -c listen_addresses=127.0.0.1 -c unix_socket_directories=";
        Path log = data.resolveSibling(data.getFileName() + ".log");
        run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-o", options, "-w", "start");
    }

    @Override
    public TestDatabase database() {
        return new TestDatabase(
                Databases.POSTGRESQL, "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Postgres.OWNER, "");
    }

    /** Those that serve its connections end when they find it gone. */
    @Override
    public void kill() {
        try {
            var server = ProcessHandle.of(pid()).orElseThrow();
            var all = new ArrayList<>(server.children().toList());
            all.add(server);
            server.destroyForcibly();
            all.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        try {
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** The server refuses to run as root, but does not mind who seems to be nobody. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(ROOT ? List.of("unshare", "-U") : List.of());
        command.add(programs.resolve(program).toString());
        Mysqld.run(Files.createDirectories(data), null, command, arguments);
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
            Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".log"));
            try (var files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
