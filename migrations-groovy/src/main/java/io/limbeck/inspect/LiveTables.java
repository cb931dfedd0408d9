package io.limbeck.inspect;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Table;
import io.limbeck.type.Expression;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks up a table by what JDBC says of it, for operations on what only raw SQL has made. */
public final class LiveTables implements Function<Name, Optional<Table>> {

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Name, Optional<Table>> known = new TreeMap<>();

    public LiveTables(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Optional<Table> apply(Name name) {
        return known.computeIfAbsent(name, this::inspected);
    }

    private Optional<Table> inspected(Name name) {
        try {
            DatabaseMetaData data = connection.getMetaData();
            CatalogueNames names = new CatalogueNames(dialect, data);
            boolean catalogues = !data.supportsSchemasInTableDefinitions() && data.supportsCatalogsInTableDefinitions();
            String usual = catalogues ? connection.getCatalog() : connection.getSchema();
            String schema = name.schema() == null ? usual : names.stored(name.schema());
            Stored table =
                    new Stored(catalogues ? schema : null, catalogues ? null : schema, names.stored(name.value()));
            List<Column> columns = columns(data, table);
            if (columns.isEmpty()) {
                return Optional.empty();
            }
            List<Constraint> constraints = new ArrayList<>();
            Optional<PrimaryKey> key = primaryKey(data, table);
            key.ifPresent(constraints::add);
            constraints.addAll(foreignKeys(data, table));
            return Optional.of(Table.of(name, columns)
                    .constraints(constraints)
                    .indexes(indexes(data, table, key.map(PrimaryKey::name))));
        } catch (SQLException unreadable) {
            throw LimbeckException.setup(
                    Problem.of("connection", "the catalogue cannot be read: " + unreadable.getMessage(), null),
                    unreadable);
        }
    }

    /** A table's name as the catalogue has it. */
    private record Stored(String catalogue, String schema, String name) {}

    private List<Column> columns(DatabaseMetaData data, Stored table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        CatalogueNames names = new CatalogueNames(dialect, data);
        Map<String, Told> told = told(table);
        String pattern = table.catalogue() == null ? names.pattern(table.name()) : table.name();
        try (ResultSet row = data.getColumns(table.catalogue(), names.pattern(table.schema()), pattern, null)) {
            while (row.next()) {
                if (!row.getString("TABLE_NAME").equals(table.name())) {
                    continue;
                }
                boolean identity = "YES".equals(row.getString("IS_AUTOINCREMENT"));
                Told facts = told.get(row.getString("COLUMN_NAME"));
                String text = facts == null ? row.getString("COLUMN_DEF") : facts.defaultValue();
                Optional<Value> value = Optional.ofNullable(text)
                        .filter(words -> !identity && !words.isBlank())
                        .map(Expression::new);
                String type = facts == null
                        ? type(
                                row.getString("TYPE_NAME"),
                                row.getInt("DATA_TYPE"),
                                row.getInt("COLUMN_SIZE"),
                                row.getInt("DECIMAL_DIGITS"))
                        : facts.type();
                columns.add(Column.of(dialect.scriptName(row.getString("COLUMN_NAME")), new Verbatim(type))
                        .nullable(row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls)
                        .defaulting(value)
                        .commented(Optional.ofNullable(row.getString("REMARKS")).filter(remark -> !remark.isEmpty()))
                        .identified(identity ? Optional.of(Identity.BY_DEFAULT) : Optional.empty()));
            }
        }
        return columns;
    }

    /** A column's type and default as the database's own catalogue tells them. */
    private record Told(String type, String defaultValue) {}

    private Map<String, Told> told(Stored table) throws SQLException {
        Map<String, Told> told = new HashMap<>();
        Optional<String> query = dialect.server().catalogueColumns();
        if (query.isPresent()) {
            try (PreparedStatement columns = connection.prepareStatement(query.get())) {
                columns.setString(1, table.schema() == null ? table.catalogue() : table.schema());
                columns.setString(2, table.name());
                try (ResultSet row = columns.executeQuery()) {
                    while (row.next()) {
                        told.put(row.getString(1), new Told(row.getString(2), row.getString(3)));
                    }
                }
            }
        }
        return told;
    }

    /** The type's name with the numbers that belong to it; {@code () FOR BIT DATA} takes its length inside. */
    private static String type(String name, int jdbcType, int size, int digits) {
        boolean sized = switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
                size < 100_000;
            default -> false;
        };
        if (name.contains("()")) {
            return name.replace("()", "(" + size + ")");
        }
        if (jdbcType == Types.DECIMAL || jdbcType == Types.NUMERIC) {
            return size < 1_000 ? name + "(" + size + ", " + digits + ")" : name;
        }
        return sized && !name.equals("bytea") && !name.equals("text") ? name + "(" + size + ")" : name;
    }

    private Optional<PrimaryKey> primaryKey(DatabaseMetaData data, Stored table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = null;
        try (ResultSet row = data.getPrimaryKeys(table.catalogue(), table.schema(), table.name())) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), dialect.scriptName(row.getString("COLUMN_NAME")));
                name = dialect.scriptName(row.getString("PK_NAME"));
            }
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(new PrimaryKey(name, List.copyOf(columns.values())));
    }

    private List<ForeignKey> foreignKeys(DatabaseMetaData data, Stored table) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        try (ResultSet row = data.getImportedKeys(table.catalogue(), table.schema(), table.name())) {
            while (row.next()) {
                String name = dialect.scriptName(row.getString("FK_NAME"));
                String schema = row.getString(table.schema() == null ? "PKTABLE_CAT" : "PKTABLE_SCHEM");
                boolean same = schema == null || schema.equals(table.schema()) || schema.equals(table.catalogue());
                Name referred = new Name(
                        same ? null : dialect.scriptName(schema), dialect.scriptName(row.getString("PKTABLE_NAME")));
                ForeignKey known = keys.get(name);
                keys.put(
                        name,
                        new ForeignKey(
                                name,
                                longer(known == null ? List.of() : known.columns(), row.getString("FKCOLUMN_NAME")),
                                referred,
                                longer(
                                        known == null ? List.of() : known.referredColumns(),
                                        row.getString("PKCOLUMN_NAME")),
                                action(row.getInt("DELETE_RULE")),
                                action(row.getInt("UPDATE_RULE")),
                                Optional.empty(),
                                Deferral.NOT_DEFERRABLE,
                                true));
            }
        }
        return List.copyOf(keys.values());
    }

    private List<String> longer(List<String> list, String column) {
        List<String> longer = new ArrayList<>(list);
        longer.add(dialect.scriptName(column));
        return longer;
    }

    private static ReferentialAction action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> ReferentialAction.CASCADE;
            case DatabaseMetaData.importedKeySetNull -> ReferentialAction.SET_NULL;
            case DatabaseMetaData.importedKeySetDefault -> ReferentialAction.SET_DEFAULT;
            case DatabaseMetaData.importedKeyRestrict -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private List<Index> indexes(DatabaseMetaData data, Stored table, Optional<String> primaryKey) throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        try (ResultSet row = data.getIndexInfo(table.catalogue(), table.schema(), table.name(), false, true)) {
            while (row.next()) {
                String stored = row.getString("INDEX_NAME");
                String column = row.getString("COLUMN_NAME");
                if (stored == null || column == null) {
                    continue;
                }
                String name = dialect.scriptName(stored);
                Index known = indexes.get(name);
                List<IndexPart> parts = new ArrayList<>(known == null ? List.of() : known.parts());
                parts.add(new IndexPart(
                        dialect.scriptName(column), false, "D".equals(row.getString("ASC_OR_DESC")), Optional.empty()));
                indexes.put(
                        name,
                        new Index(
                                name,
                                parts,
                                !row.getBoolean("NON_UNIQUE"),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Map.of()));
            }
        }
        primaryKey.ifPresent(indexes::remove);
        return List.copyOf(indexes.values());
    }
}
