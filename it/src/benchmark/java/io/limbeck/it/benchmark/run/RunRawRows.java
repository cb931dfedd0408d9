package io.limbeck.it.benchmark.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The floor of a run with nothing to do: it connects and reads the version table. Arguments: URL, user, password. */
public final class RunRawRows {

    private RunRawRows() {}

    public static void main(String[] arguments) throws Exception {
        List<List<String>> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM db_version")) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= 11; i++) {
                    row.add(rows.getString(i));
                }
                found.add(row);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing is applied");
        }
        Peak.print();
    }
}
