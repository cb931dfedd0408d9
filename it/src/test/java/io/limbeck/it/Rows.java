package io.limbeck.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A table's rows as text: one line a row, {@code column=value}, in an order of their own. */
public final class Rows {
    private Rows() {}

    /**
     * Reads a whole table.
     *
     * @param exceptColumns columns that differ by nature, such as times; upper or lower case
     */
    public static String dump(Connection connection, String table, String... exceptColumns) throws SQLException {
        var except = Set.of(exceptColumns).stream().map(Rows::lower).collect(Collectors.toSet());
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    var name = lower(columns.getColumnLabel(i));
                    if (!except.contains(name)) {
                        cells.add(name + "=" + rows.getString(i));
                    }
                }
                lines.add(String.join(" | ", cells));
            }
        }
        return sorted(lines);
    }

    private static String sorted(List<String> lines) {
        return lines.stream().sorted().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
