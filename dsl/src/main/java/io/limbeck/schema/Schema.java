package io.limbeck.schema;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * The schema state at one point in history.
 *
 * <p>It also keeps the words that raw DDL mentioned: what such a statement made or dropped is not known, so whatever
 * bears one of these names may or may not exist, and is looked up in the live database where there is one.
 */
public final class Schema {

    /** Nothing at all. */
    public static final Schema EMPTY = new Schema(
            Tables.NONE,
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            HashTreePSet.empty(),
            HashTreePSet.empty(),
            name -> Optional.empty());

    private final Tables tables;
    private final TreePMap<Name, Sequence> sequences;
    private final TreePMap<Name, View> views;
    private final TreePMap<Name, EnumType> enums;
    private final PSet<String> schemas;
    private final PSet<String> mentioned;
    private final Function<Name, Optional<Table>> live;

    private Schema(
            Tables tables,
            TreePMap<Name, Sequence> sequences,
            TreePMap<Name, View> views,
            TreePMap<Name, EnumType> enums,
            PSet<String> schemas,
            PSet<String> mentioned,
            Function<Name, Optional<Table>> live) {
        this.tables = tables;
        this.sequences = sequences;
        this.views = views;
        this.enums = enums;
        this.schemas = schemas;
        this.mentioned = mentioned;
        this.live = live;
    }

    public Collection<Table> tables() {
        return tables.all();
    }

    public Collection<Sequence> sequences() {
        return sequences.values();
    }

    public Collection<View> views() {
        return views.values();
    }

    public Collection<EnumType> enums() {
        return enums.values();
    }

    public Collection<String> schemas() {
        return schemas;
    }

    /** The same state, asking {@code lookup} about tables that only raw SQL can have made. */
    public Schema consulting(Function<Name, Optional<Table>> lookup) {
        return new Schema(tables, sequences, views, enums, schemas, mentioned, lookup);
    }

    // ---- tables

    /** The table, if the history made it. */
    public Optional<Table> known(Name name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * The table as far as it is known: from the history, or from the live database. Empty when only raw SQL can have
     * made it and nobody can be asked.
     *
     * @throws Refusal when there is no such table
     */
    public Optional<Table> find(Name name) {
        Table table = tables.get(name);
        if (table != null) {
            return Optional.of(table);
        }
        if (!mayExist(name.value())) {
            throw new Refusal(
                    "unknown-table",
                    name.value(),
                    "there is no table '" + name + "' at this point",
                    Suggestion.remedy(
                            name.value(),
                            "tables",
                            tables.names().stream().map(Name::value).toList()));
        }
        return live.apply(name);
    }

    /**
     * The column as far as it is known.
     *
     * @throws Refusal when there is no such table or column
     */
    public Optional<Column> find(Name table, String column) {
        Optional<Table> found = find(table);
        return found.isEmpty() ? Optional.empty() : find(found.get(), column);
    }

    private Optional<Column> find(Table table, String column) {
        Optional<Column> known = table.column(column);
        if (known.isEmpty() && !mayExist(column)) {
            throw new Refusal(
                    "unknown-column",
                    column,
                    "table '" + table.name() + "' has no column '" + column + "' at this point",
                    Suggestion.remedy(column, "columns", table.columnNames()));
        }
        return known;
    }

    /** Refuses names that are not columns of the table. */
    public void requireColumns(Name table, Collection<String> columns) {
        if (!columns.isEmpty()) {
            Optional<Table> found = find(table);
            if (found.isPresent()) {
                for (String column : columns) {
                    find(found.get(), column);
                }
            }
        }
    }

    /** Refuses a name that a table, a view or a sequence bears already. */
    public void requireFree(Name name) {
        if (tables.has(name) || views.containsKey(name) || sequences.containsKey(name)) {
            String kind = tables.has(name) ? "table" : views.containsKey(name) ? "view" : "sequence";
            throw new Refusal(
                    "name-taken",
                    name.value(),
                    "there is a " + kind + " '" + name + "' already",
                    "Choose another name, or drop or rename the " + kind + " first.");
        }
    }

    /** The foreign keys of other tables that point at this one, each with its table. */
    public Stream<Reference> references(Name referred) {
        return tables.referringTo(referred)
                .filter(table -> !table.name().equals(referred))
                .flatMap(table -> table.constraints(ForeignKey.class).stream()
                        .filter(key -> key.referred().equals(referred))
                        .map(key -> new Reference(table.name(), key)));
    }

    /** The foreign keys, the table's own ones included, that rest on one of its keys. */
    public List<Reference> resting(Name table, Constraint key) {
        return key instanceof PrimaryKey || key instanceof Unique
                ? tables.referringTo(table)
                        .flatMap(each -> each.constraints(ForeignKey.class).stream()
                                .filter(reference -> reference.referred().equals(table))
                                .filter(reference ->
                                        Set.copyOf(reference.referredColumns()).equals(Set.copyOf(key.columns())))
                                .map(reference -> new Reference(each.name(), reference)))
                        .toList()
                : List.of();
    }

    /** A foreign key and the table it stands on. */
    public record Reference(Name table, ForeignKey key) {}

    /** The state with this table added, or put in the place of its namesake. */
    public Schema with(Table table) {
        return tables(tables.plus(table));
    }

    public Schema without(Name table) {
        return tables(tables.minus(table));
    }

    /** The state after a table is renamed, in the foreign keys of others too. */
    public Schema renaming(Name from, Name to) {
        Schema renamed = without(from).with(tables.get(from).named(to));
        return renamed.redirecting(from, key -> key.referring(to, key.referredColumns()));
    }

    /** The state with each foreign key that points at a table changed. */
    public Schema redirecting(Name referred, Function<ForeignKey, ForeignKey> change) {
        Schema changed = this;
        for (Table table : tables.referringTo(referred).toList()) {
            changed = changed.with(table.constraints(table.constraints().stream()
                    .map(each ->
                            each instanceof ForeignKey key && key.referred().equals(referred)
                                    ? change.apply(key)
                                    : each)
                    .toList()));
        }
        return changed;
    }

    // ---- other objects

    public Optional<Sequence> sequence(Name name) {
        return Optional.ofNullable(sequences.get(name));
    }

    public Optional<View> view(Name name) {
        return Optional.ofNullable(views.get(name));
    }

    public Optional<EnumType> enumeration(Name name) {
        return Optional.ofNullable(enums.get(name));
    }

    public boolean hasSchema(String name) {
        return schemas.contains(name);
    }

    public Schema with(Sequence sequence) {
        return sequences(sequences.plus(sequence.name(), sequence));
    }

    public Schema with(View view) {
        return views(views.plus(view.name(), view));
    }

    public Schema with(EnumType type) {
        return enums(enums.plus(type.name(), type));
    }

    public Schema withSchema(String name) {
        return new Schema(tables, sequences, views, enums, schemas.plus(name), mentioned, live);
    }

    public Schema withoutSequence(Name name) {
        return sequences(sequences.minus(name));
    }

    public Schema withoutView(Name name) {
        return views(views.minus(name));
    }

    public Schema withoutEnum(Name name) {
        return enums(enums.minus(name));
    }

    public Schema withoutSchema(String name) {
        return new Schema(tables, sequences, views, enums, schemas.minus(name), mentioned, live);
    }

    // ---- what raw SQL may have done

    /** The state after DDL that nobody could read, which mentions these words. */
    public Schema mentioning(Collection<String> words) {
        if (words.isEmpty()) {
            return this;
        }
        PSet<String> more = mentioned;
        for (String word : words) {
            more = more.plus(word.toLowerCase(Locale.ROOT));
        }
        return new Schema(tables, sequences, views, enums, schemas, more, live);
    }

    /** The same state, as if nobody had spoken of anything that is not in it. */
    public Schema forgetting() {
        return new Schema(tables, sequences, views, enums, schemas, HashTreePSet.empty(), name -> Optional.empty());
    }

    /** Whether raw DDL mentioned this name, so that it may exist without the history knowing it. */
    public boolean mayExist(String name) {
        return mentioned.contains(name.toLowerCase(Locale.ROOT));
    }

    private Schema tables(Tables others) {
        return new Schema(others, sequences, views, enums, schemas, mentioned, live);
    }

    private Schema sequences(TreePMap<Name, Sequence> others) {
        return new Schema(tables, others, views, enums, schemas, mentioned, live);
    }

    private Schema views(TreePMap<Name, View> others) {
        return new Schema(tables, sequences, others, enums, schemas, mentioned, live);
    }

    private Schema enums(TreePMap<Name, EnumType> others) {
        return new Schema(tables, sequences, views, others, schemas, mentioned, live);
    }

    /**
     * Whether two states hold the same, where the order of columns, constraints and indexes does not count, since no
     * statement can put a column back where it was.
     */
    public boolean sameAs(Schema other) {
        return tables.canonical().equals(other.tables.canonical())
                && sequences.equals(other.sequences)
                && views.equals(other.views)
                && enums.equals(other.enums)
                && schemas.equals(other.schemas);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema
                && tables.equals(schema.tables)
                && sequences.equals(schema.sequences)
                && views.equals(schema.views)
                && enums.equals(schema.enums)
                && schemas.equals(schema.schemas)
                && mentioned.equals(schema.mentioned);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tables, sequences, views, enums, schemas, mentioned);
    }

    @Override
    public String toString() {
        return "Schema" + tables.all() + sequences.values() + views.values() + enums.values() + schemas;
    }
}
