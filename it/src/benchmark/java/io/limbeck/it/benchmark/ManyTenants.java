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
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * A thousand PostgreSQL schemas, each migrated by itself: from nothing, with nothing to do, and with one revision to apply;
 * beside raw JDBC that reads every version table over one connection. Arguments: how many, by default 1000; how many at a
 * time, by default 4.
 */
public final class ManyTenants {

    private static final String LIST = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'";

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
            timed("nothing to do", upgrade);
            timed("nothing to do, again", upgrade);
            timed("raw JDBC, reading the rows", () -> read(database));
            Files.writeString(
                    migrations.resolve("r11.groovy"),
                    "revision 'r11', down: 'r10'\nupgrade { addColumn 't1', 'name', varchar(10) }\n");
            timed("one revision to apply", upgrade);
        }
    }

    private static void read(TestDatabase database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                Statement rows = connection.createStatement();
                ResultSet names = statement.executeQuery(LIST)) {
            while (names.next()) {
                connection.setSchema(names.getString(1));
                try (ResultSet row = rows.executeQuery("SELECT * FROM db_version")) {
                    while (row.next()) {
                        row.getString("checksum");
                    }
                }
            }
        }
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
