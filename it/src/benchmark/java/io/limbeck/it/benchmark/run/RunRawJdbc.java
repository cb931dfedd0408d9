package io.limbeck.it.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Arrays;

/**
 * The floor: the same statements from files, each migration in a transaction with a row in a version table, as one would
 * write it by hand. Arguments: URL, user, password, folder.
 */
public final class RunRawJdbc {

    private static final String TABLE = "CREATE TABLE db_version (revision VARCHAR(128) NOT NULL PRIMARY KEY,"
            + " message VARCHAR(500), script VARCHAR(500), checksum VARCHAR(128), applied_at TIMESTAMP NOT NULL,"
            + " applied_by VARCHAR(128), duration_ms BIGINT, statements INTEGER NOT NULL,"
            + " statements_done INTEGER NOT NULL, status VARCHAR(16) NOT NULL, journal VARCHAR(500))";

    private static final String ROW = "INSERT INTO db_version (revision, message, script, checksum, applied_at,"
            + " applied_by, duration_ms, statements, statements_done, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private RunRawJdbc() {}

    public static void main(String[] arguments) throws Exception {
        String[] files = Path.of(arguments[3]).toFile().list();
        Arrays.sort(files);
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            try (PreparedStatement row = connection.prepareStatement(ROW)) {
                for (String file : files) {
                    migrate(arguments, file, statement, row);
                    connection.commit();
                }
            }
        }
        Peak.print();
    }

    private static void migrate(String[] arguments, String file, Statement statement, PreparedStatement row)
            throws IOException, SQLException {
        long began = System.nanoTime();
        String[] statements = Files.readString(Path.of(arguments[3], file)).split(";\n");
        for (String sql : statements) {
            statement.execute(sql);
        }
        row.setString(1, file);
        row.setString(2, "message");
        row.setString(3, file);
        row.setString(4, "checksum");
        row.setTimestamp(5, new Timestamp(System.currentTimeMillis()));
        row.setString(6, arguments[1]);
        row.setLong(7, (System.nanoTime() - began) / 1_000_000);
        row.setInt(8, statements.length);
        row.setInt(9, statements.length);
        row.setString(10, "applied");
        row.executeUpdate();
    }
}
