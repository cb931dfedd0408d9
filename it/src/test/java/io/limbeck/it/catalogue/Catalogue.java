package io.limbeck.it.catalogue;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The current schema of a live database as text: equal text, equal schemas. Shape:
 *
 * <pre>
 * table CUSTOMER
 *   column ID BIGINT NOT NULL identity by default start 1 increment 1
 *   primary key PK_CUSTOMER (ID)
 *   index IX_CUSTOMER_NAME (NAME desc)
 * view …
 * </pre>
 *
 * @param facts what the database says
 * @param names which names of constraints and indexes are told
 * @param columnsByName whether columns are sorted, as after a downgrade they may stand in another order
 */
public record Catalogue(List<Fact> facts, Names names, boolean columnsByName) {
    /** Which names of constraints and indexes are told; the others become {@code -}. */
    public enum Names {
        /** Every name. */
        ALL,
        /** Those that somebody chose; not those that the database made up. */
        CHOSEN,
        /** None. */
        NONE
    }

    /** Reads the current schema of a connection. */
    public static Catalogue of(Connection connection) throws SQLException {
        return new Catalogue(CatalogueReader.of(connection).read(connection), Names.CHOSEN, false);
    }

    /** The same, without some tables (and all that is theirs), such as a version table. */
    public Catalogue without(String... tables) {
        var left = Stream.of(tables)
                .map(table -> "table " + table.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var kept = facts.stream().filter(fact -> !isOf(fact, left)).toList();
        return new Catalogue(kept, names, columnsByName);
    }

    /** The same, with one table alone (and all that is its). */
    public Catalogue only(String table) {
        var wanted = Set.of("table " + table.toLowerCase(Locale.ROOT));
        var kept = facts.stream().filter(fact -> isOf(fact, wanted)).toList();
        return new Catalogue(kept, names, columnsByName);
    }

    private static boolean isOf(Fact fact, Set<String> objects) {
        return objects.contains(fact.object().toLowerCase(Locale.ROOT));
    }

    /** The same, telling other names. */
    public Catalogue naming(Names told) {
        return new Catalogue(facts, told, columnsByName);
    }

    /** The same, with the columns of each table sorted by name. */
    public Catalogue sortingColumns() {
        return new Catalogue(facts, names, true);
    }

    /** The whole as text, each object with its facts below it; empty for an empty schema. */
    public String text() {
        var objects = new TreeMap<String, List<Fact>>();
        facts.forEach(fact ->
                objects.computeIfAbsent(fact.object(), any -> new ArrayList<>()).add(fact));
        var text = new StringBuilder();
        objects.forEach((object, its) -> {
            text.append(object).append('\n');
            lines(its).forEach(line -> text.append("  ").append(line).append('\n'));
        });
        return text.toString();
    }

    private Stream<String> lines(List<Fact> its) {
        return its.stream()
                .sorted(comparing(Fact::kind).thenComparing(fact -> keepsOrder(fact) ? "" : line(fact)))
                .map(this::line);
    }

    private boolean keepsOrder(Fact fact) {
        return fact.kind() == Fact.Kind.COLUMN && !columnsByName;
    }

    private String line(Fact fact) {
        return Stream.of(fact.kind().toString(), name(fact), fact.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String name(Fact fact) {
        var told = fact.kind() == Fact.Kind.COLUMN || names == Names.ALL || names == Names.CHOSEN && !fact.generated();
        return told || fact.name().isEmpty() ? fact.name() : "-";
    }
}
