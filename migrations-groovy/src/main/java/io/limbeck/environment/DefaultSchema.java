package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
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

    static Restoring enter(Connection connection, Optional<String> schema) throws SQLException {
        if (schema.isEmpty()) {
            return () -> {};
        }
        DatabaseMetaData data = connection.getMetaData();
        boolean catalogues = !data.supportsSchemasInTableDefinitions() && data.supportsCatalogsInTableDefinitions();
        List<String> known = new ArrayList<>();
        try (ResultSet schemas = catalogues ? data.getCatalogs() : data.getSchemas()) {
            while (schemas.next()) {
                known.add(schemas.getString(1));
            }
        }
        String wanted = schema.get();
        String found = known.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> known.stream().filter(wanted::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "unknown-schema",
                        "the database has no schema '" + wanted + "'",
                        Suggestion.remedy(wanted, "schemas", known))));
        String before = catalogues ? connection.getCatalog() : connection.getSchema();
        Restoring restoring = before == null
                ? () -> {}
                : catalogues ? () -> connection.setCatalog(before) : () -> connection.setSchema(before);
        if (catalogues) {
            connection.setCatalog(found);
        } else {
            connection.setSchema(found);
        }
        return restoring;
    }
}
