package io.limbeck.it.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Loads the rows of a CSV file into PostgreSQL and into MariaDB: by Limbeck, and beside it by the driver's own COPY, or by
 * its batches. Each load is a fresh process with 64 MB of heap, so memory that grows with the rows would end it; databases
 * that live in the process have more. Arguments: how many rows, by default 1000000; how many rounds, by default 3;
 * databases, by default both.
 */
public final class LoadingRows {

    private static final String TABLE = "CREATE TABLE item (id BIGINT NOT NULL, name VARCHAR(100), note VARCHAR(200),"
            + " price DECIMAL(12, 2), made TIMESTAMP, CONSTRAINT pk_item PRIMARY KEY (id))";

    private LoadingRows() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 3) {
            load(arguments);
            return;
        }
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        String databases = arguments.length > 2 ? arguments[2] : "POSTGRESQL,MARIADB";
        Path folder = Files.createTempDirectory("limbeck-rows");
        write(folder, rows);
        for (String database : databases.split(",")) {
            for (int round = 0; round < rounds; round++) {
                fork(Databases.valueOf(database), "driver", folder);
                fork(Databases.valueOf(database), "limbeck", folder);
            }
        }
    }

    private static void write(Path folder, int rows) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1'
                upgrade {
                    createTable('item') {
                        column 'id', bigint, primaryKey: true
                        column 'name', varchar(100)
                        column 'note', varchar(200)
                        column 'price', decimal(12, 2)
                        column 'made', timestamp
                    }
                    insert 'item', csv: 'item.csv'
                }
                """);
        try (BufferedWriter out = Files.newBufferedWriter(migrations.resolve("item.csv"))) {
            out.write("id,name,note,price,made\n");
            for (int i = 1; i <= rows; i++) {
                out.write(i + ",name of item " + i + ","
                        + (i % 10 == 0 ? "" : "\"a note, with a comma and \"\"quotes\"\" " + i + "\"") + ","
                        + (i % 100_000) + "." + (10 + i % 90) + ",2026-" + (10 + i % 3) + "-" + (10 + i % 18) + " 0"
                        + (i % 10) + ":" + (10 + i % 50) + ":" + (10 + i % 49) + "\n");
            }
        }
    }

    private static void fork(Databases kind, String how, Path folder)
            throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = kind.fresh()) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    kind == Databases.POSTGRESQL || kind == Databases.MARIADB ? "-Xmx64m" : "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LoadingRows.class.getName(),
                    how,
                    folder.toString(),
                    database.url(),
                    database.username(),
                    database.password()));
            new ProcessBuilder(command).inheritIO().start().waitFor();
        }
    }

    private static void load(String[] arguments) throws Exception {
        long began = System.nanoTime();
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("limbeck")) {
            Limbeck.configure()
                    .directory(folder)
                    .url(arguments[2])
                    .username(arguments[3])
                    .password(arguments[4])
                    .load()
                    .upgrade("heads");
        } else {
            try (Connection connection = DriverManager.getConnection(arguments[2], arguments[3], arguments[4]);
                    Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
                connection.setAutoCommit(false);
                byDriver(connection, folder.resolve("migrations/item.csv"));
                connection.commit();
            }
        }
        System.out.printf(
                "%-8s %-12s %6d ms, %6d ms of CPU%n",
                arguments[0],
                arguments[2].split(":")[1],
                (System.nanoTime() - began) / 1_000_000,
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000);
    }

    private static void byDriver(Connection connection, Path csv) throws SQLException, IOException {
        if (connection instanceof PGConnection postgres) {
            try (InputStream in = Files.newInputStream(csv)) {
                postgres.getCopyAPI().copyIn("COPY item FROM STDIN WITH (FORMAT csv, HEADER)", in, 65_536);
            }
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?, ?, ?, ?, ?)");
                var lines = Files.lines(csv).skip(1)) {
            int waiting = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                String[] cells = cells(line);
                insert.setLong(1, Long.parseLong(cells[0]));
                insert.setString(2, cells[1]);
                insert.setString(3, cells[2].isEmpty() ? null : cells[2]);
                insert.setBigDecimal(4, new BigDecimal(cells[3]));
                insert.setTimestamp(5, Timestamp.valueOf(cells[4]));
                insert.addBatch();
                if (++waiting % 500 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The third one may stand in quotes. */
    private static String[] cells(String line) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        int last = line.lastIndexOf(',');
        int third = line.lastIndexOf(',', last - 1);
        String note = line.substring(second + 1, third);
        return new String[] {
            line.substring(0, first),
            line.substring(first + 1, second),
            note.isEmpty() ? note : note.substring(1, note.length() - 1).replace("\"\"", "\""),
            line.substring(third + 1, last),
            line.substring(last + 1)
        };
    }
}
