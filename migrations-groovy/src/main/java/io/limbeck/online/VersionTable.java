package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.inspect.CatalogueNames;
import io.limbeck.plan.VersionRows;
import io.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the version table; its rows are written by plans. */
public final class VersionTable {

    private final Connection connection;
    private final Dialect dialect;
    private final VersionRows rows;

    public VersionTable(Connection connection, Dialect dialect, VersionRows rows) {
        this.connection = connection;
        this.dialect = dialect;
        this.rows = rows;
    }

    /** Whether the table is there, asked of the catalogue, so that no statement fails in an open transaction. */
    public boolean exists() throws SQLException {
        return dialect.server().catalogueTable().isPresent()
                ? answers(dialect.server().catalogueTable().get())
                : isListed();
    }

    private boolean answers(String query) throws SQLException {
        try (PreparedStatement asking = connection.prepareStatement(query)) {
            asking.setString(1, rows.table().value());
            asking.setString(2, rows.table().schema());
            try (ResultSet row = asking.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean isListed() throws SQLException {
        Name table = rows.table();
        DatabaseMetaData data = connection.getMetaData();
        CatalogueNames names = new CatalogueNames(dialect, data);
        boolean catalogues = data.supportsCatalogsInTableDefinitions() && !data.supportsSchemasInTableDefinitions();
        String usual = catalogues ? connection.getCatalog() : connection.getSchema();
        String schema = table.schema() == null ? usual : names.stored(table.schema());
        String name = names.stored(table.value());
        try (ResultSet found = data.getTables(
                catalogues ? schema : null,
                catalogues ? null : names.pattern(schema),
                catalogues ? name : names.pattern(name),
                null)) {
            while (found.next()) {
                if (dialect.scriptName(found.getString("TABLE_NAME")).equals(table.value())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The rows, in the order of application as far as the clock tells. */
    public List<AppliedRevision> read() throws SQLException {
        List<AppliedRevision> applied = new ArrayList<>();
        try (java.sql.Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.select())) {
            while (row.next()) {
                if (!VersionRows.LOCK.equals(row.getString("revision"))) {
                    applied.add(revision(row));
                }
            }
        }
        applied.sort(Comparator.comparing(AppliedRevision::appliedAt));
        return applied;
    }

    private static AppliedRevision revision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("applied_at");
        return new AppliedRevision(
                row.getString("revision"),
                row.getString("message"),
                row.getString("script"),
                row.getString("checksum"),
                at.toLocalDateTime().atZone(ZoneId.systemDefault()).toInstant(),
                row.getString("applied_by"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getInt("statements"),
                row.getInt("statements_done"),
                status(row.getString("revision"), row.getString("status")),
                Optional.ofNullable(row.getString("journal")).orElse(""));
    }

    private static AppliedRevision.Status status(String revision, String word) {
        String plain = String.valueOf(word).strip();
        for (AppliedRevision.Status status : AppliedRevision.Status.values()) {
            if (status.word().equals(plain.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw LimbeckException.setup(Problem.of(
                "version-row",
                "the version table says of revision '" + revision + "' that it is '" + plain
                        + "', which is none of applied, running and reverting",
                "Somebody has edited the row. Put it right by hand, such as with 'applied'."));
    }
}
