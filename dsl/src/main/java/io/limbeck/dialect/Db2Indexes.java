package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.RenameIndex;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Db2's indexes. Null equals null in a unique one, but for keys that are null as a whole where it is said so (Db2 11.5,
 * "CREATE INDEX statement", EXCLUDE NULL KEYS).
 */
final class Db2Indexes {

    private static final String EXCLUDE_NULLS = " EXCLUDE NULL KEYS";

    private final Db2 db2;

    Db2Indexes(Db2 db2) {
        this.db2 = db2;
    }

    // ---- unique, but for nulls

    /** Whether a unique constraint is an index, since its columns may be null (Db2 11.5, "CREATE TABLE", UNIQUE). */
    static boolean isIndex(Table table, Unique unique) {
        return takesNull(table, unique.columns());
    }

    static String worded(Db2 db2, Name table, Unique unique) {
        return "CREATE UNIQUE INDEX " + db2.name(table.sibling(unique.name())) + " ON " + db2.name(table) + " ("
                + db2.quoteAll(unique.columns()) + ")"
                + (unique.nullsNotDistinct() ? "" : excludingNulls(unique.columns(), unique.name()));
    }

    private static boolean takesNull(Table table, Collection<String> columns) {
        return columns.stream()
                .anyMatch(name -> table.column(name).filter(Column::nullable).isPresent());
    }

    private static String excludingNulls(List<String> columns, String name) {
        if (columns.size() > 1) {
            throw new Refusal(
                    "unsupported",
                    name,
                    "db2 takes a null for a duplicate wherever a unique index has several columns",
                    "Make the columns 'nullable: false', or say 'nullsNotDistinct: true' if that is meant.");
        }
        return EXCLUDE_NULLS;
    }

    // ---- operations

    List<String> create(CreateIndex operation, Schema before) {
        Index index = operation.index();
        if (!index.include().isEmpty() && !index.unique()) {
            throw new Refusal(
                    "unsupported",
                    "include",
                    "db2 carries further columns in unique indexes alone",
                    "Add them behind the columns of the index.");
        }
        refuseServed(before.known(operation.table()), index);
        Map<String, Object> options = new LinkedHashMap<>(index.options().getOrDefault("db2", Map.of()));
        boolean nullsNotDistinct = Boolean.TRUE.equals(options.remove("nullsNotDistinct"));
        List<String> columns = index.parts().stream()
                .filter(part -> !part.expression())
                .map(IndexPart::text)
                .toList();
        boolean excludes = index.unique()
                && !nullsNotDistinct
                && before.known(operation.table())
                        .filter(table -> takesNull(table, columns))
                        .isPresent();
        Index plain = new Index(
                index.name(), index.parts(), index.unique(), index.where(), index.include(), index.using(), Map.of());
        String create = new CreateIndex(operation.table(), plain, false, false)
                        .standardSql(db2, before)
                        .get(0)
                + words(options)
                + (excludes ? excludingNulls(columns, index.name()) : "");
        return List.of(operation.ifNotExists() ? db2.unless("42710", create) : create);
    }

    /** Db2 makes no second index like one that is there, and only warns of it (SQL0605W). */
    private static void refuseServed(Optional<Table> table, Index index) {
        if (table.isEmpty() || !isPlain(index)) {
            return;
        }
        List<String> columns = index.columns();
        Stream<String> keys = keys(table.get(), columns);
        Stream<String> indexes = table.get().indexes().stream()
                .filter(other ->
                        (other.unique() || !index.unique()) && other.parts().equals(index.parts()))
                .map(Index::name);
        Stream.concat(keys, indexes).findFirst().ifPresent(other -> {
            throw new Refusal(
                    "redundant-index",
                    index.name(),
                    "'" + other + "' of table '" + table.get().name()
                            + "' serves the same columns, and db2 makes no second index like it",
                    "Leave '" + index.name() + "' out there.");
        });
    }

    private static boolean isPlain(Index index) {
        return index.include().isEmpty()
                && index.parts().stream().noneMatch(part -> part.expression() || part.descending());
    }

    /** The names of a table's keys over columns in this order. */
    private static Stream<String> keys(Table table, List<String> columns) {
        return table.constraints().stream()
                .filter(rule -> rule instanceof PrimaryKey || rule instanceof Unique)
                .filter(rule -> rule.columns().equals(columns))
                .map(Constraint::name);
    }

    private static String words(Map<String, Object> options) {
        StringBuilder words = new StringBuilder();
        options.forEach((option, value) -> {
            switch (option) {
                case "clustered" -> words.append(Boolean.TRUE.equals(value) ? " CLUSTER" : "");
                case "compress" -> words.append(Boolean.FALSE.equals(value) ? " COMPRESS NO" : " COMPRESS YES");
                default ->
                    throw new Refusal(
                            "unsupported", option, "db2 has no option '" + option + "' for an index", "Leave it out.");
            }
        });
        return words.toString();
    }

    /** A key takes an index over its columns that is there before it for its own, which then cannot go (SQL0669N). */
    List<String> drop(DropIndex operation, Schema before) {
        Optional<Table> table = before.known(operation.table());
        table.flatMap(known -> known.index(operation.index()))
                .filter(Db2Indexes::isPlain)
                .flatMap(index -> keys(table.orElseThrow(), index.columns()).findFirst())
                .ifPresent(key -> {
                    throw new Refusal(
                            "still-used",
                            operation.index(),
                            "'" + key + "' of table '" + operation.table() + "' rests on the index '"
                                    + operation.index() + "'",
                            "Use dropConstraint '" + operation.table().value() + "', '" + key + "' first.");
                });
        String drop = "DROP INDEX " + db2.name(operation.table().sibling(operation.index()));
        return List.of(operation.ifExists() ? db2.unless("42704", drop) : drop);
    }

    List<String> rename(RenameIndex operation, Schema before) {
        return List.of("RENAME INDEX " + db2.name(operation.table().sibling(operation.index())) + " TO "
                + db2.quote(operation.to()));
    }

    /** The index that an index is anew under a table's other columns. */
    static Optional<Index> index(Optional<Table> table, String name) {
        return table.flatMap(known -> known.index(name));
    }
}
