package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.inspect.CatalogueNames;
import io.limbeck.plan.VersionRows;
import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the version table; its rows are written by plans. */
public final class VersionTable {

    private static final String APPLIED = AppliedRevision.Status.APPLIED.word();

    private final Connection connection;
    private final Dialect dialect;
    private final VersionRows rows;
    private Optional<Name> found;
    private boolean halfCleaned;

    public VersionTable(Connection connection, Dialect dialect, VersionRows rows) {
        this.connection = connection;
        this.dialect = dialect;
        this.rows = rows;
    }

    /**
     * The rows; empty where there is no table.
     *
     * <p>Nearly always there is one, so it is read without asking where asking costs more than the reading. Where a
     * failure does not tell that the table is missing, the catalogue is asked then; so is it beforehand in an open
     * transaction, which a failing query might break off.
     */
    public Optional<List<AppliedRevision>> find() throws SQLException {
        return reading(this::read);
    }

    /**
     * The checksum of each row, where all rows are of what is applied in full; empty where there are others, or no table.
     *
     * <p>Whether there is nothing to do is told by them alone; all else that a row says takes three times as long to read.
     */
    public Optional<Map<String, String>> checksums() throws SQLException {
        Optional<Optional<Map<String, String>>> read = reading(this::readChecksums);
        return read.isPresent() ? read.get() : Optional.empty();
    }

    /** Reads the table that it knows by its name. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(Name table) throws SQLException;
    }

    /** Reads the table, which is looked for once. */
    private <T> Optional<T> reading(Reading<T> reading) throws SQLException {
        if (found == null) {
            Optional<String> query = catalogueQuery();
            Optional<Name> exact = query.isEmpty() && connection.getAutoCommit() ? exactName() : Optional.empty();
            if (exact.isPresent()) {
                try {
                    T read = reading.of(exact.get());
                    found = exact;
                    return Optional.of(read);
                } catch (SQLException unreadable) {
                    if (dialect.server().missingTable().contains(String.valueOf(unreadable.getSQLState()))) {
                        found = Optional.empty();
                        return Optional.empty();
                    }
                }
            }
            boolean exists = query.isPresent() ? answers(query.get()) : isListed();
            found = exists ? Optional.of(rows.table()) : Optional.empty();
        }
        return found.isPresent() ? Optional.of(reading.of(found.get())) : Optional.empty();
    }

    /** Whether somebody has begun to drop what the rows tell of; known once they are read. */
    public boolean isHalfCleaned() {
        return halfCleaned;
    }

    /** The table's name with its schema, as a bare one may be found in others; empty where scripts cannot name that. */
    private Optional<Name> exactName() throws SQLException {
        Name table = rows.table();
        String schema = table.schema() == null ? connection.getSchema() : null;
        if (schema == null) {
            return Optional.of(table);
        }
        String name = dialect.scriptName(schema);
        boolean exact = new CatalogueNames(dialect, connection.getMetaData())
                .stored(name)
                .equals(schema);
        return exact ? Optional.of(new Name(name, table.value())) : Optional.empty();
    }

    /** The query for whether the table is there, without parameters, as it is asked once. */
    private Optional<String> catalogueQuery() {
        Name table = rows.table();
        Optional<String> schema = table.schema() == null ? Optional.empty() : Optional.of(literal(table.schema()));
        return dialect.server().catalogueTable(literal(table.value()), schema);
    }

    private String literal(String name) {
        return dialect.literal(new Literal(name));
    }

    private boolean answers(String query) throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(query)) {
            return row.next();
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

    private Optional<Map<String, String>> readChecksums(Name table) throws SQLException {
        Map<String, String> checksums = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.selectChecksums(table))) {
            while (row.next()) {
                String revision = row.getString(1);
                if (!APPLIED.equals(row.getString(3)) && !VersionRows.LOCK.equals(revision)) {
                    return Optional.empty();
                }
                checksums.put(revision, row.getString(2));
            }
        }
        checksums.remove(VersionRows.LOCK);
        return Optional.of(checksums);
    }

    private List<AppliedRevision> read(Name table) throws SQLException {
        List<AppliedRevision> applied = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(rows.select(table))) {
            while (row.next()) {
                String revision = row.getString(1);
                if (VersionRows.CLEAN.equals(revision)) {
                    halfCleaned = true;
                } else if (!VersionRows.LOCK.equals(revision)) {
                    applied.add(revision(revision, row));
                }
            }
        }
        return applied;
    }

    private static AppliedRevision revision(String id, ResultSet row) throws SQLException {
        String message = row.getString(2);
        String script = row.getString(3);
        String checksum = row.getString(4);
        return new AppliedRevision(
                id,
                message,
                script,
                checksum,
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                Duration.ofMillis(row.getLong(7)),
                row.getInt(8),
                row.getInt(9),
                status(id, row.getString(10)),
                journal(row.getString(11)));
    }

    private static String journal(String text) {
        return text == null ? "" : text;
    }

    private static AppliedRevision.Status status(String revision, String word) {
        String plain = String.valueOf(word).strip();
        for (AppliedRevision.Status status : AppliedRevision.Status.values()) {
            if (plain.equalsIgnoreCase(status.name())) {
                return status;
            }
        }
        throw LimbeckException.setup(Problem.of(
                "version-row",
                "the version table says of revision '" + revision + "' that it is '" + plain
                        + "', which is none of applied, running, reverting and undoing",
                "Somebody has edited the row. Put it right by hand, such as with 'applied'."));
    }
}
