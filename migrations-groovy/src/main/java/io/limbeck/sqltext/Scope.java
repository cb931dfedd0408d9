package io.limbeck.sqltext;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables whose columns an expression may name, by the names that they go by there. */
final class Scope {

    /** A table of a query; without columns where they are not known. */
    record Source(String alias, Optional<Table> table) {}

    private final Dialect dialect;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    Scope(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The columns of one table. */
    static Scope of(Dialect dialect, Optional<Table> table) {
        Scope scope = new Scope(dialect);
        table.ifPresent(known -> scope.add(known.name().value(), table));
        return scope;
    }

    Dialect dialect() {
        return dialect;
    }

    void add(String alias, Optional<Table> table) {
        sources.put(alias, new Source(alias, table));
    }

    List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /** The name of a column as it is told from others: with its table only where there are several. */
    String column(List<String> path) {
        String column = path.get(path.size() - 1);
        if (path.size() > 1) {
            String alias = path.get(path.size() - 2);
            return sources.size() == 1 && sources.containsKey(alias) ? column : alias + "." + column;
        }
        if (sources.size() > 1) {
            List<Source> holders = sources.values().stream()
                    .filter(source -> source.table()
                            .flatMap(table -> table.column(column))
                            .isPresent())
                    .toList();
            boolean known =
                    sources.values().stream().allMatch(source -> source.table().isPresent());
            return known && holders.size() == 1 ? holders.get(0).alias() + "." + column : column;
        }
        return column;
    }

    Type type(String column) {
        int dot = column.indexOf('.');
        String name = column.substring(dot + 1);
        return sources.values().stream()
                .filter(source -> dot < 0 || source.alias().equals(column.substring(0, dot)))
                .flatMap(source -> source.table().flatMap(table -> table.column(name)).stream())
                .map(known -> dialect.normal(known.type()))
                .findFirst()
                .orElse(null);
    }

    static Optional<Table> table(Schema schema, List<String> path) {
        String name = path.get(path.size() - 1);
        Name whole = path.size() > 1 ? new Name(path.get(path.size() - 2), name) : Name.of(name);
        return schema.known(whole).or(() -> schema.known(Name.of(name)));
    }
}
