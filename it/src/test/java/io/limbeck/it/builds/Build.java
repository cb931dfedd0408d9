package io.limbeck.it.builds;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** A project that Maven has built: what the user saw, and what is in the database. */
public final class Build {

    private final Path folder;

    public Build(File folder) {
        this.folder = folder.toPath();
    }

    /** All that Maven printed, without colours. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("build.log")).replaceAll("\u001B\\[[0-9;]*m", "");
    }

    /** What each call of Maven printed, in their order. */
    public List<String> logs() throws IOException {
        return List.of(log().split("(?=\\[INFO\\] Scanning for projects)")).stream()
                .filter(text -> text.contains("Scanning for projects"))
                .toList();
    }

    public String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The files below a folder, by their names. */
    public List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Asks the embedded Derby database of a module; names and values as strings, blank for null. */
    public List<List<String>> derby(String database, String sql) throws SQLException {
        String url = "jdbc:derby:" + folder.resolve(database);
        Driver driver = new org.apache.derby.jdbc.EmbeddedDriver();
        try (Connection connection = driver.connect(url, new Properties())) {
            return rows(connection, sql);
        } finally {
            try {
                driver.connect(url + ";shutdown=true", new Properties());
            } catch (SQLException ended) {
                // that is how Derby says so
            }
        }
    }

    /** The tables of the embedded Derby database, in lower case. */
    public List<String> derbyTables(String database) throws SQLException {
        return derby(database, "select tablename from sys.systables where tabletype = 'T' order by 1").stream()
                .map(row -> row.get(0).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Asks an H2 database. */
    public List<List<String>> h2(String url, String user, String password, String sql) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        try (Connection connection = new org.h2.Driver().connect(url, properties)) {
            return rows(connection, sql);
        }
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i) == null ? "" : result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
