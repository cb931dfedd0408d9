package io.limbeck;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in memory, for one test. */
record Memory(Kind kind, String url) {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Which database. */
    enum Kind {
        DERBY,
        H2;

        /** A new, empty database. */
        Memory fresh() {
            String name = "m" + COUNTER.incrementAndGet();
            return new Memory(
                    this,
                    this == DERBY
                            ? "jdbc:derby:memory:" + name + ";create=true"
                            : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        }
    }

    static Memory derby() {
        return Kind.DERBY.fresh();
    }

    static Memory h2() {
        return Kind.H2.fresh();
    }

    /** Throws the database away; it fails where somebody still has a connection to a Derby database. */
    void drop() throws SQLException {
        if (kind == Kind.H2) {
            execute("shutdown");
            return;
        }
        try (Connection connection = DriverManager.getConnection(url.replace("create=true", "drop=true"))) {
            throw new IllegalStateException("Derby answers a drop with 08006, not " + connection);
        } catch (SQLException answer) {
            if (!"08006".equals(answer.getSQLState())) {
                throw answer;
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Rows as text, one a line, cells separated by {@code |}. */
    String rows(String query) throws SQLException {
        try (Connection connection = connect()) {
            return rows(connection, query);
        }
    }

    static String rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getString(i)).strip());
                }
                lines.add(String.join("|", cells));
            }
            return String.join("\n", lines);
        }
    }

    /** The version table in brief: {@code a1 applied 2/2}, one row a line. */
    String versions() throws SQLException {
        return rows("select revision, status, statements_done, statements from db_version order by applied_at, revision")
                .replaceAll("(?m)^(.*)\\|(.*)\\|(.*)\\|(.*)$", "$1 $2 $3/$4");
    }

    /** The names of all tables, lower case. */
    String tables() throws SQLException {
        try (Connection connection = connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            TreeSet<String> names = new TreeSet<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return String.join(" ", names);
        }
    }
}
