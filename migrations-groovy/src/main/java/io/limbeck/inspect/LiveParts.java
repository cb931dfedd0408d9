package io.limbeck.inspect;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Part.Presence;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says whether a part of the schema is there, by what the catalogue has at this moment. */
public final class LiveParts implements Function<Part, Presence> {

    private final Connection connection;
    private final Dialect dialect;

    public LiveParts(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Presence apply(Part part) {
        try {
            return new Look(part).presence();
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The statements that put right what a broken off alteration of a table has left behind. */
    public List<String> remains(Name table) {
        Optional<String> query = dialect.remains();
        if (query.isEmpty()) {
            return List.of();
        }
        try {
            Look look = new Look(new Part(Part.Kind.TABLE, table, table.value()));
            return List.copyOf(look.texts(query.get(), true));
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static LimbeckException unreadable(SQLException cause) {
        return LimbeckException.setup(
                Problem.of("connection", "the catalogue cannot be read: " + cause.getMessage(), null), cause);
    }

    /** A question for one part, with its table's name as the catalogue stores it. */
    private final class Look {

        private final Part part;
        private final DatabaseMetaData data;
        private final CatalogueNames names;
        private final String catalogue;
        private final String schema;
        private final String table;

        Look(Part part) throws SQLException {
            this.part = part;
            this.data = connection.getMetaData();
            this.names = new CatalogueNames(dialect, data);
            Name owner = part.owner();
            boolean inCatalogues =
                    data.supportsCatalogsInTableDefinitions() && !data.supportsSchemasInTableDefinitions();
            String own = inCatalogues ? connection.getCatalog() : connection.getSchema();
            String place = owner.schema() == null ? own : names.stored(owner.schema());
            this.catalogue = inCatalogues ? place : null;
            this.schema = inCatalogues ? null : place;
            this.table = names.stored(owner.value());
        }

        Presence presence() throws SQLException {
            return switch (part.kind()) {
                case TABLE, VIEW -> is(relation());
                case SCHEMA -> is(schemaThere());
                case COLUMN -> is(column().isPresent());
                case NOT_NULL -> is(column().filter(found -> !found.nullable).isPresent());
                case DEFAULT -> is(column().filter(found -> found.defaulted).isPresent());
                case PRIMARY_KEY -> is(primaryKey());
                case INDEX -> index();
                case CONSTRAINT, SEQUENCE, ENUM, ENUM_VALUE ->
                    listed().map(this::is).orElse(Presence.UNKNOWN);
            };
        }

        private Presence is(boolean there) {
            return there ? Presence.PRESENT : Presence.ABSENT;
        }

        /** Views count for tables and the other way round, since they share their names. */
        private boolean relation() throws SQLException {
            try (ResultSet found = data.getTables(catalogue, names.pattern(schema), names.pattern(table), null)) {
                return has(found, "TABLE_NAME", part.owner().value());
            }
        }

        private boolean schemaThere() throws SQLException {
            try (ResultSet found = catalogue == null ? data.getSchemas() : data.getCatalogs()) {
                return has(found, catalogue == null ? "TABLE_SCHEM" : "TABLE_CAT", part.name());
            }
        }

        /** The table, or the one that will take its place. */
        private String holder() throws SQLException {
            Optional<String> query = dialect.standIn();
            return query.isEmpty()
                    ? table
                    : texts(query.get(), true).stream().findFirst().orElse(table);
        }

        private Optional<Attributes> column() throws SQLException {
            try (ResultSet row = data.getColumns(catalogue, names.pattern(schema), names.pattern(holder()), null)) {
                while (row.next()) {
                    if (same(row.getString("COLUMN_NAME"), part.name())) {
                        String value = row.getString("COLUMN_DEF");
                        return Optional.of(new Attributes(
                                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                                value != null
                                        && !value.isBlank()
                                        && !value.strip().equalsIgnoreCase("null")));
                    }
                }
                return Optional.empty();
            }
        }

        private boolean primaryKey() throws SQLException {
            try (ResultSet row = data.getPrimaryKeys(catalogue, schema, table)) {
                return row.next();
            }
        }

        private Presence index() throws SQLException {
            if (!relation()) {
                return Presence.ABSENT;
            }
            try (ResultSet row = data.getIndexInfo(catalogue, schema, table, false, true)) {
                if (!has(row, "INDEX_NAME", part.name())) {
                    return Presence.ABSENT;
                }
            }
            Optional<String> broken = dialect.server().brokenIndexes();
            return broken.isPresent() && answers(broken.get(), true).contains(part.name())
                    ? Presence.BROKEN
                    : Presence.PRESENT;
        }

        /** Whether the dialect's own query has the part; empty where there is none. */
        private Optional<Boolean> listed() throws SQLException {
            Optional<String> query = dialect.server().catalogueNames(part.kind());
            if (query.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    part.kind() == Part.Kind.ENUM_VALUE
                            ? texts(query.get(), true).contains(part.name())
                            : answers(query.get(), part.kind() == Part.Kind.CONSTRAINT)
                                    .contains(part.name()));
        }

        private Set<String> answers(String query, boolean onOwner) throws SQLException {
            return texts(query, onOwner).stream().map(dialect::scriptName).collect(Collectors.toSet());
        }

        private Set<String> texts(String query, boolean onOwner) throws SQLException {
            try (PreparedStatement asked = connection.prepareStatement(query)) {
                asked.setString(1, catalogue == null ? schema : catalogue);
                if (onOwner) {
                    asked.setString(2, table);
                }
                Set<String> texts = new LinkedHashSet<>();
                try (ResultSet row = asked.executeQuery()) {
                    while (row.next()) {
                        texts.add(row.getString(1).strip());
                    }
                }
                return texts;
            }
        }

        private boolean has(ResultSet rows, String column, String name) throws SQLException {
            while (rows.next()) {
                if (same(rows.getString(column), name)) {
                    return true;
                }
            }
            return false;
        }

        private boolean same(String stored, String name) throws SQLException {
            return stored != null
                    && (dialect.scriptName(stored).equals(name)
                            || data.storesLowerCaseIdentifiers() && stored.equals(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** What a catalogue says of a column beside its type. */
    private record Attributes(boolean nullable, boolean defaulted) {}
}
