package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.RenameIndex;
import io.limbeck.schema.Column;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL Server's indexes. Null equals null in a unique one, so where scripts mean that nulls are no duplicates the index
 * leaves them out by a condition, as the maker's own object-relational mapper does.
 */
final class SqlServerIndexes {

    private static final Set<String> OPTIONS =
            Set.of("clustered", "columnstore", "with", "tablespace", "compress", "nullsNotDistinct");

    private final SqlServer server;

    SqlServerIndexes(SqlServer server) {
        this.server = server;
    }

    // ---- unique, but for nulls

    /** Whether a unique constraint is an index that leaves nulls out. */
    static boolean isFiltered(Table table, Unique unique) {
        return !unique.nullsNotDistinct() && !nullable(table, unique.columns()).isEmpty();
    }

    static String filtered(SqlServer server, Name table, Unique unique) {
        return "CREATE UNIQUE INDEX " + server.quote(unique.name()) + " ON " + server.name(table) + " ("
                + server.quoteAll(unique.columns()) + ") WHERE " + withoutNulls(server, unique.columns());
    }

    /** The index's condition: its own, and the one that leaves nulls out of a unique one. */
    static Optional<String> condition(SqlServer server, Table table, Index index) {
        List<String> nullable = index.unique() && !options(index).containsKey("nullsNotDistinct")
                ? nullable(
                        table,
                        index.parts().stream()
                                .filter(part -> !part.expression())
                                .map(IndexPart::text)
                                .toList())
                : List.of();
        List<String> conditions = new ArrayList<>();
        index.where().ifPresent(conditions::add);
        if (!nullable.isEmpty()) {
            conditions.add(withoutNulls(server, nullable));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    private static List<String> nullable(Table table, Collection<String> columns) {
        return columns.stream()
                .filter(name -> table.column(name).filter(Column::nullable).isPresent())
                .toList();
    }

    private static String withoutNulls(SqlServer server, Collection<String> columns) {
        return columns.stream().map(name -> server.quote(name) + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    private static Map<String, Object> options(Index index) {
        return index.options().getOrDefault("sqlserver", Map.of());
    }

    private static boolean has(Index index, String option) {
        return Boolean.TRUE.equals(options(index).get(option));
    }

    // ---- operations

    /**
     * {@code ONLINE = ON} is an error on the editions that do not have it (Transact-SQL reference, "CREATE INDEX"), so
     * the server's own word decides.
     */
    List<String> create(CreateIndex operation, Schema before) {
        Index index = operation.index();
        require(index);
        new CreateIndex(operation.table(), unoptioned(index), false, false).standardSql(server, before);
        Optional<Table> known = before.known(operation.table());
        refuseSecondClustered(known, index);
        Table table = known.orElseGet(() -> Table.of(operation.table(), List.of()));
        Map<String, String> settings = settings(index);
        String create = worded(table, index, settings);
        if (operation.concurrently()) {
            Map<String, String> online = new TreeMap<>(settings);
            online.put("ONLINE", "ON");
            create = TransactSql.when(
                            "CAST(SERVERPROPERTY('EngineEdition') AS INT) IN (3, 5, 8)", worded(table, index, online))
                    + "\nELSE\n    " + create;
        }
        return List.of(
                operation.ifNotExists()
                        ? TransactSql.when(absent(server, table.name(), index.name()), create)
                        : create);
    }

    /** The index as the standard knows it, to be checked against what the server can do. */
    private static Index unoptioned(Index index) {
        return new Index(
                index.name(), index.parts(), index.unique(), index.where(), index.include(), index.using(), Map.of());
    }

    private void require(Index index) {
        for (String option : options(index).keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new Refusal("unsupported", option, "sqlserver has no option '" + option + "' for an index", null);
            }
        }
        if (has(index, "columnstore") && (index.unique() || !index.include().isEmpty())) {
            throw new Refusal(
                    "contradiction",
                    "columnstore",
                    "a columnstore index of sqlserver is neither unique nor carries further columns",
                    "Leave 'unique' and 'include' out.");
        }
        boolean clustered = has(index, "clustered");
        if (clustered && (index.where().isPresent() || !index.include().isEmpty())) {
            throw new Refusal(
                    "contradiction",
                    "clustered",
                    "a clustered index of sqlserver holds all rows and all columns",
                    "Leave 'where' and 'include' out.");
        }
    }

    /** A table's rows stand in one order, usually the primary key's. */
    private static void refuseSecondClustered(Optional<Table> known, Index index) {
        if (!has(index, "clustered") || known.isEmpty()) {
            return;
        }
        Stream.concat(
                        known.get().primaryKey().map(key -> key.name()).stream(),
                        known.get().indexes().stream()
                                .filter(other -> has(other, "clustered"))
                                .map(Index::name))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(
                            "unsupported",
                            "clustered",
                            "'" + other + "' is the clustered index of table '"
                                    + known.get().name() + "' already",
                            "Make the index before the primary key, or leave 'clustered' out.");
                });
    }

    private String worded(Table table, Index index, Map<String, String> settings) {
        boolean columnstore = has(index, "columnstore");
        boolean clustered = has(index, "clustered");
        Optional<String> condition = condition(server, table, index);
        if (clustered && condition.isPresent()) {
            throw new Refusal(
                    "unsupported",
                    "clustered",
                    "a clustered index of sqlserver that is unique takes null once",
                    "Make its columns 'nullable: false', or add nullsNotDistinct: true to its options.");
        }
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + (clustered ? "CLUSTERED " : "")
                + (columnstore ? "COLUMNSTORE " : "") + "INDEX " + server.quote(index.name()) + " ON "
                + server.name(table.name())
                + (columnstore && clustered
                        ? ""
                        : index.parts().stream()
                                .map(part -> server.quote(part.text()) + (part.descending() ? " DESC" : ""))
                                .collect(Collectors.joining(", ", " (", ")")))
                + (index.include().isEmpty() ? "" : " INCLUDE (" + server.quoteAll(index.include()) + ")")
                + condition.map(words -> " WHERE " + words).orElse("")
                + (settings.isEmpty()
                        ? ""
                        : settings.entrySet().stream()
                                .map(setting -> setting.getKey() + " = " + setting.getValue())
                                .collect(Collectors.joining(", ", " WITH (", ")")))
                + Optional.ofNullable(options(index).get("tablespace"))
                        .map(group -> " ON " + server.quote(String.valueOf(group)))
                        .orElse("");
    }

    private static Map<String, String> settings(Index index) {
        Map<String, String> settings = new TreeMap<>();
        if (options(index).get("with") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        }
        Object compress = options(index).get("compress");
        if (compress != null) {
            settings.put("DATA_COMPRESSION", compress.equals(true) ? "PAGE" : String.valueOf(compress));
        }
        return settings;
    }

    /** The condition that a table has no index of a name. */
    static String absent(SqlServer server, Name table, String index) {
        return "INDEXPROPERTY(OBJECT_ID(" + TransactSql.unicode(server.name(table)) + "), " + TransactSql.unicode(index)
                + ", 'IndexID') IS NULL";
    }

    List<String> drop(DropIndex operation, Schema before) {
        return List.of(dropped(server, operation.table(), operation.index(), operation.ifExists()));
    }

    static String dropped(SqlServer server, Name table, String index, boolean ifExists) {
        return "DROP INDEX " + (ifExists ? "IF EXISTS " : "") + server.quote(index) + " ON " + server.name(table);
    }

    List<String> rename(RenameIndex operation, Schema before) {
        server.require(Feature.RENAME_INDEX);
        return List.of(TransactSql.rename(
                server.name(operation.table()) + "." + server.quote(operation.index()), operation.to(), "INDEX"));
    }
}
