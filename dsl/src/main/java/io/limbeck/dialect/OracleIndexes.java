package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropIndex;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Oracle's indexes, of which there is one for the same columns at most: a key makes one, or takes what is there. */
final class OracleIndexes {

    private static final Set<String> OPTIONS = Set.of("bitmap", "compress", "tablespace");

    private final Oracle oracle;

    OracleIndexes(Oracle oracle) {
        this.oracle = oracle;
    }

    /** ONLINE lets writers go on (Database SQL Language Reference, "CREATE INDEX"). */
    List<String> create(CreateIndex operation, Schema before) {
        if (isBitmap(operation.index()) && operation.index().unique()) {
            throw new Refusal(
                    "contradiction", "bitmap", "a bitmap index cannot be unique", "Leave one of the two out.");
        }
        requireOnly(operation, before);
        boolean guarded = operation.ifNotExists() && !oracle.knowsIfExists();
        CreateIndex wanted = guarded
                ? new CreateIndex(operation.table(), operation.index(), operation.concurrently(), false)
                : operation;
        List<String> statements = wanted.standardSql(oracle, before).stream()
                .map(sql -> sql + (operation.concurrently() && !isBitmap(operation.index()) ? " ONLINE" : ""))
                .toList();
        return guarded ? OracleBlock.ignoring(statements, OracleBlock.NAME_TAKEN) : statements;
    }

    /** Refuses a second index over the same columns (ORA-01408). */
    private void requireOnly(CreateIndex operation, Schema before) {
        Index index = operation.index();
        before.known(operation.table()).stream()
                .flatMap(table -> Stream.concat(
                        keys(table, index).map(Constraint::name),
                        table.indexes().stream()
                                .filter(other -> !other.name().equals(index.name())
                                        && other.parts().equals(index.parts()))
                                .map(Index::name)))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(
                            "redundant-index",
                            index.name(),
                            "oracle makes no second index over the same columns, and '" + other + "' has them",
                            "Leave '" + index.name() + "' out there.");
                });
    }

    List<String> drop(DropIndex operation, Schema before) {
        requireUnused(operation, before);
        boolean guarded = operation.ifExists() && !oracle.knowsIfExists();
        DropIndex wanted = guarded
                ? new DropIndex(operation.table(), operation.index(), operation.concurrently(), false)
                : operation;
        List<String> statements = wanted.standardSql(oracle, before).stream()
                .map(sql -> sql + (operation.concurrently() ? " ONLINE" : ""))
                .toList();
        return guarded ? OracleBlock.ignoring(statements, OracleBlock.NO_INDEX) : statements;
    }

    /** Refuses to drop what a key rests on (ORA-02429). */
    private static void requireUnused(DropIndex operation, Schema before) {
        before.known(operation.table())
                .flatMap(table -> table.index(operation.index())
                        .flatMap(index -> keys(table, index).findFirst()))
                .ifPresent(key -> {
                    throw new Refusal(
                            "still-used",
                            operation.index(),
                            "the constraint '" + key.name() + "' rests on index '" + operation.index() + "'",
                            "Drop '" + key.name() + "' first.");
                });
    }

    /** The index that a key took when it was made, since it was there. */
    static Optional<Index> taken(Table table, Constraint key) {
        return table.indexes().stream()
                .filter(index -> keys(table, index).anyMatch(key::equals))
                .findFirst();
    }

    private static Stream<Constraint> keys(Table table, Index index) {
        List<IndexPart> parts = index.parts();
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .filter(key ->
                        key.columns().stream().map(IndexPart::column).toList().equals(parts));
    }

    static boolean isBitmap(Index index) {
        return Boolean.TRUE.equals(
                index.options().getOrDefault("oracle", Map.of()).get("bitmap"));
    }

    /** Shape: {@code TABLESPACE fast COMPRESS 2}; an option that is not known is handed back. */
    static String options(
            Map<String, Object> options,
            Function<Map<String, Object>, String> unknown,
            Function<String, String> quote) {
        options.forEach((option, value) -> {
            if (!OPTIONS.contains(option)) {
                unknown.apply(Map.of(option, value));
            }
        });
        Object compress = options.get("compress");
        return (options.containsKey("tablespace")
                        ? " TABLESPACE " + quote.apply(String.valueOf(options.get("tablespace")))
                        : "")
                + (compress instanceof Number columns
                        ? " COMPRESS " + columns
                        : Boolean.TRUE.equals(compress) ? " COMPRESS" : "");
    }
}
