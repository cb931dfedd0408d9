package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Points a connection at the configured schema, whose name is matched without regard to case. */
final class DefaultSchema {

    private DefaultSchema() {}

    static void enter(Connection connection, Optional<String> schema) throws SQLException {
        if (schema.isEmpty()) {
            return;
        }
        List<String> known = new ArrayList<>();
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                known.add(schemas.getString("TABLE_SCHEM"));
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
        connection.setSchema(found);
    }
}
