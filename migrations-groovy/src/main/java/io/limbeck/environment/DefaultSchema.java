package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.inspect.CatalogueNames;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points a connection at the configured schema, whose name is matched without regard to case; where the driver calls
 * schemas catalogues, at one of those.
 */
final class DefaultSchema {

    private DefaultSchema() {}

    /** Leads a connection back to where it was. */
    @FunctionalInterface
    interface Restoring {
        void restore() throws SQLException;
    }

    /** Enters the schema on a connection that somebody goes on to use. */
    static Restoring visit(Connection connection, Optional<String> schema) throws SQLException {
        if (schema.isEmpty()) {
            return () -> {};
        }
        boolean catalogues = catalogues(connection.getMetaData());
        String before = catalogues ? connection.getCatalog() : connection.getSchema();
        enter(connection, schema);
        if (before == null) {
            return () -> {};
        }
        return catalogues ? () -> connection.setCatalog(before) : () -> connection.setSchema(before);
    }

    static void enter(Connection connection, Optional<String> schema) throws SQLException {
        if (schema.isEmpty()) {
            return;
        }
        DatabaseMetaData data = connection.getMetaData();
        if (catalogues(data)) {
            connection.setCatalog(found(schema.get(), names(data.getCatalogs())));
        } else if (isThere(data, schema.get())) {
            connection.setSchema(schema.get());
        } else {
            connection.setSchema(found(schema.get(), names(data.getSchemas())));
        }
    }

    private static boolean catalogues(DatabaseMetaData data) throws SQLException {
        return !data.supportsSchemasInTableDefinitions() && data.supportsCatalogsInTableDefinitions();
    }

    /** Whether there is a schema of exactly this name, asked without having thousands of others listed. */
    private static boolean isThere(DatabaseMetaData data, String schema) throws SQLException {
        return names(data.getSchemas(null, CatalogueNames.pattern(data, schema)))
                .contains(schema);
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        try (rows) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static String found(String wanted, List<String> known) {
        return known.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> known.stream().filter(wanted::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "unknown-schema",
                        "the database has no schema '" + wanted + "'",
                        Suggestion.remedy(wanted, "schemas", known))));
    }
}
