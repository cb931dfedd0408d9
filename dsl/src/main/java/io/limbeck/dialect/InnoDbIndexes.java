package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Indexes in InnoDB's words, and those that it wants beside the ones a script asks for.
 *
 * <p>A foreign key and a counter rest on an index. Where the history has none that serves, one is made that is no part
 * of the schema state: it bears the foreign key's name, and goes as soon as another index serves.
 */
final class InnoDbIndexes {

    /** The index of a counter that is part of no key. */
    private static final String COUNTER = "ix_auto_increment";

    private static final Set<String> OPTIONS = Set.of("length", "prefix", "parser");
    private static final Set<String> KINDS = Set.of("FULLTEXT", "SPATIAL");

    private InnoDbIndexes() {}

    // ---- what a table has beyond its state

    /** The indexes that a table needs beside those of its state. */
    static List<Index> own(Table table, String dialect) {
        List<Index> own = new ArrayList<>();
        for (ForeignKey key : table.constraints(ForeignKey.class)) {
            if (!isServed(key.columns(), table, own, dialect)) {
                own.add(plain(key.name(), key.columns()));
            }
        }
        for (Column column : table.columns()) {
            List<String> alone = List.of(column.name());
            if (column.identity().isPresent() && !isServed(alone, table, own, dialect)) {
                own.add(plain(COUNTER, alone));
            }
        }
        return own;
    }

    private static Index plain(String name, List<String> columns) {
        return new Index(
                name,
                columns.stream().map(IndexPart::column).toList(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    /** Whether a key or an index begins with these columns (MySQL Reference Manual, "FOREIGN KEY Constraints"). */
    private static boolean isServed(List<String> columns, Table table, List<Index> own, String dialect) {
        return table.constraints().stream().anyMatch(rule -> isKey(rule) && begins(rule.columns(), columns))
                || table.indexes().stream()
                        .anyMatch(index ->
                                index.options().getOrDefault(dialect, Map.of()).isEmpty()
                                        && begins(leading(index), columns))
                || own.stream().anyMatch(index -> begins(leading(index), columns));
    }

    private static boolean isKey(Constraint rule) {
        return rule instanceof PrimaryKey || rule instanceof Unique;
    }

    private static List<String> leading(Index index) {
        return index.parts().stream()
                .takeWhile(part -> !part.expression() && !part.descending())
                .map(IndexPart::text)
                .toList();
    }

    private static boolean begins(List<String> longer, List<String> shorter) {
        return longer.size() >= shorter.size()
                && longer.subList(0, shorter.size()).equals(shorter);
    }

    // ---- words

    /** Shape: {@code CREATE UNIQUE INDEX ix_account_email ON account (email) ALGORITHM=INPLACE LOCK=NONE} */
    static String create(InnoDb innoDb, Name table, Index index, boolean concurrently, boolean ifNotExists) {
        String kind = kind(innoDb, index);
        boolean online = concurrently && !KINDS.contains(kind.strip());
        return "CREATE " + kind + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "") + innoDb.quote(index.name()) + " ON "
                + innoDb.name(table) + " " + parts(innoDb, index) + (online ? " ALGORITHM=INPLACE LOCK=NONE" : "");
    }

    /** Shape: {@code UNIQUE INDEX ix_account_email (email)}, as in CREATE TABLE or behind ALTER TABLE … ADD. */
    static String definition(InnoDb innoDb, Index index) {
        return kind(innoDb, index) + "INDEX " + innoDb.quote(index.name()) + " " + parts(innoDb, index);
    }

    private static String kind(InnoDb innoDb, Index index) {
        String kind = String.valueOf(options(innoDb, index).getOrDefault("prefix", ""))
                .toUpperCase(Locale.ROOT);
        if (kind.isEmpty()) {
            return index.unique() ? "UNIQUE " : "";
        }
        if (!KINDS.contains(kind) || index.unique()) {
            throw new Refusal(
                    "wrong-value",
                    "prefix",
                    innoDb.dialect() + " has no " + (index.unique() ? "unique " + kind : kind).toLowerCase(Locale.ROOT)
                            + " index",
                    "The option 'prefix' is 'fulltext' or 'spatial'.");
        }
        return kind + " ";
    }

    private static String parts(InnoDb innoDb, Index index) {
        Map<String, Object> options = options(innoDb, index);
        Object parser = options.get("parser");
        return index.parts().stream()
                        .map(part -> part(innoDb, part, options.get("length")))
                        .collect(Collectors.joining(", ", "(", ")"))
                + (parser == null ? "" : " WITH PARSER " + innoDb.quote(String.valueOf(parser)));
    }

    private static String part(InnoDb innoDb, IndexPart part, Object length) {
        Object own = length instanceof Map<?, ?> byColumn ? byColumn.get(part.text()) : length;
        return (part.expression() ? "(" + part.text() + ")" : innoDb.quote(part.text()))
                + (own == null || part.expression() ? "" : "(" + own + ")")
                + (part.descending() ? " DESC" : "");
    }

    private static Map<String, Object> options(InnoDb innoDb, Index index) {
        return index.options().getOrDefault(innoDb.dialect(), Map.of());
    }

    // ---- refusals

    /** Lets an index pass that can be made. */
    static void require(InnoDb innoDb, Optional<Table> table, Index index) {
        innoDb.requireIndex(index, false);
        Map<String, Object> options = options(innoDb, index);
        options.keySet().stream()
                .filter(option -> !OPTIONS.contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new Refusal(
                            "unsupported",
                            option,
                            innoDb.dialect() + " has no option '" + option + "' for an index",
                            null);
                });
        if (options.containsKey("prefix")) {
            return;
        }
        Object length = options.get("length");
        for (IndexPart part : index.parts()) {
            boolean whole =
                    length == null || length instanceof Map<?, ?> byColumn && !byColumn.containsKey(part.text());
            Optional<Column> column =
                    part.expression() || !whole ? Optional.empty() : table.flatMap(known -> known.column(part.text()));
            column.filter(known -> InnoDb.isLarge(innoDb.type(known.type()))).ifPresent(known -> refuse(innoDb, known));
        }
    }

    private static void refuse(InnoDb innoDb, Column column) {
        throw new Refusal(
                "unsupported",
                column.name(),
                innoDb.dialect() + " indexes only the beginning of a " + innoDb.type(column.type()) + ", which '"
                        + column.name() + "' is",
                "Say how much of it: options: [" + innoDb.dialect() + ": [length: 100]]; or give the column a type with"
                        + " a length.");
    }
}
