package io.limbeck.it.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A thousand PostgreSQL schemas, each migrated by itself: from nothing, with nothing to do, and with one revision to apply;
 * beside raw JDBC that does the same over as many connections. Arguments: how many, by default 1000; how many at a
 * time, by default 4.
 */
public final class ManyTenants {

    private static final String LIST = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'";

    private static final int ROUNDS = 3;

    private ManyTenants() {}

    /** A measure's work. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int parallel = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        Path folder = Files.createTempDirectory("limbeck-tenants");
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        for (int i = 1; i <= 10; i++) {
            Files.writeString(
                    migrations.resolve("r" + i + ".groovy"),
                    "revision 'r" + i + "'" + (i == 1 ? "" : ", down: 'r" + (i - 1) + "'")
                            + "\nupgrade { createTable('t" + i + "') { column 'id', bigint, primaryKey: true } }\n");
        }
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            String[] schemas = new String[count];
            for (int i = 0; i < count; i++) {
                schemas[i] = String.format("create schema t_%05d", i);
            }
            database.execute(schemas);
            Configuration configuration = Limbeck.configure()
                    .directory(folder)
                    .url(database.url())
                    .username(database.username())
                    .password(database.password())
                    .tenants(LIST)
                    .parallel(parallel);
            Work upgrade =
                    () -> configuration.load().each(one -> one.upgrade("heads")).orThrow();
            timed("ten revisions", upgrade);
            for (int i = 0; i < ROUNDS; i++) {
                timed("nothing to do, raw JDBC", () -> raw(database, parallel, ManyTenants::read));
                timed("nothing to do, Limbeck", upgrade);
            }
            for (int i = 1; i <= ROUNDS; i++) {
                String column = "c" + i;
                timed(
                        "one to apply, raw JDBC",
                        () -> raw(database, parallel, connection -> {
                            read(connection);
                            add(connection, column);
                        }));
                Files.writeString(
                        migrations.resolve("r" + (10 + i) + ".groovy"),
                        "revision 'r" + (10 + i) + "', down: 'r" + (9 + i) + "'\nupgrade { addColumn 't1', 'd" + i
                                + "', varchar(10) }\n");
                timed("one to apply, Limbeck", upgrade);
            }
        }
    }

    /** What is done in one schema. */
    @FunctionalInterface
    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    /** As many connections as threads, each of which goes from schema to schema. */
    private static void raw(TestDatabase database, int parallel, Step step) throws Exception {
        Queue<String> schemas = new ConcurrentLinkedQueue<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(LIST)) {
            while (names.next()) {
                schemas.add(names.getString(1));
            }
        }
        List<Callable<Void>> workers = Collections.nCopies(parallel, () -> {
            try (Connection connection = database.connect()) {
                for (String schema = schemas.poll(); schema != null; schema = schemas.poll()) {
                    connection.setSchema(schema);
                    step.on(connection);
                }
            }
            return null;
        });
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        for (Future<Void> worker : threads.invokeAll(workers)) {
            worker.get();
        }
        threads.shutdown();
    }

    private static void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM db_version")) {
            while (row.next()) {
                row.getString("checksum");
            }
        }
    }

    private static void add(Connection connection, String column) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement row =
                        connection.prepareStatement("UPDATE db_version SET message = ? WHERE revision = 'r1'")) {
            statement.execute("ALTER TABLE t1 ADD COLUMN " + column + " VARCHAR(10)");
            row.setString(1, column);
            row.execute();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void timed(String name, Work work) throws Exception {
        long began = System.nanoTime();
        long before = cpu();
        work.run();
        System.out.printf(
                "%-28s %7d ms, %7d ms of CPU%n",
                name, (System.nanoTime() - began) / 1_000_000, (cpu() - before) / 1_000_000);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
