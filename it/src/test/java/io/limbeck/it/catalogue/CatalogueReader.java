package io.limbeck.it.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks one kind of database for everything in the connection's current schema. */
interface CatalogueReader {
    /** All facts; columns of one table in its order, the rest in any. */
    List<Fact> read(Connection connection) throws SQLException;

    /** The reader for the database behind a connection. */
    static CatalogueReader of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "Apache Derby" -> new DerbyCatalogue();
            case "H2" -> new H2Catalogue();
            case "HSQL Database Engine" -> new HsqldbCatalogue();
            case "MariaDB", "MySQL" -> new InnoDbCatalogue();
            case "PostgreSQL" -> new PostgresCatalogue();
            case "SQLite" -> new SqliteCatalogue();
            default -> throw new IllegalArgumentException("No catalogue reader for " + product);
        };
    }

    /** Makes a value of each row of a query. */
    static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var values = new ArrayList<T>();
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
                return values;
            }
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\n" + sql, refused.getSQLState(), refused);
        }
    }

    /** Reads the current row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
