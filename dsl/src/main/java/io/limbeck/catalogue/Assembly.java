package io.limbeck.catalogue;

import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Type;
import io.limbeck.type.Verbatim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts a catalogue's answers together to a schema state. */
public final class Assembly {

    private final Reading reading;
    private final Answers answers;
    private final Names names;
    private final Map<Name, EnumType> enums = new TreeMap<>();

    /**
     * @param current the schema whose objects bear none, as it is stored; null where the database has none
     */
    public Assembly(Reading reading, Answers answers, String current) {
        this.reading = reading;
        this.answers = answers;
        this.names = new Names(reading, current);
    }

    /**
     * The schema state.
     *
     * @param without tables that are left out
     */
    public Schema schema(Collection<Name> without) {
        Schema schema = Schema.EMPTY;
        for (Row row : answers.to(Question.SCHEMAS)) {
            schema = schema.withSchema(reading.scriptName(row.required("name")));
        }
        for (EnumType type : enums()) {
            enums.put(type.name(), type);
            schema = schema.with(type);
        }
        for (Row row : answers.to(Question.SEQUENCES)) {
            schema = schema.with(sequence(row));
        }
        for (Row row : answers.to(Question.VIEWS)) {
            schema = schema.with(new View(names.own(row), query(row.required("query")), row.flag("materialized")));
        }
        for (Table table : tables()) {
            schema = without.contains(table.name()) ? schema : schema.with(table);
        }
        return schema;
    }

    private List<EnumType> enums() {
        Map<Name, List<String>> values = new LinkedHashMap<>();
        for (Row row : answers.to(Question.ENUMS)) {
            List<String> known = values.computeIfAbsent(names.own(row), any -> new ArrayList<>());
            Optional.ofNullable(row.values().get("enum_value")).ifPresent(known::add);
        }
        return values.entrySet().stream()
                .map(each -> new EnumType(each.getKey(), each.getValue()))
                .toList();
    }

    private Sequence sequence(Row row) {
        Sequence told = new Sequence(
                names.own(row),
                row.number("start_value"),
                row.number("increment_by"),
                row.number("min_value"),
                row.number("max_value"),
                cycles(row),
                row.number("cache_size"));
        return reading.plain(told);
    }

    private static Optional<Boolean> cycles(Row row) {
        return row.text("cycles").map(any -> row.flag("cycles"));
    }

    private static String query(String text) {
        return text.strip().replaceFirst(";$", "");
    }

    private List<Table> tables() {
        Map<Name, List<Row>> columns = names.byTable(answers.to(Question.COLUMNS));
        TableParts parts = new TableParts(reading, names, answers);
        List<Table> tables = new ArrayList<>();
        Set<Name> seen = new LinkedHashSet<>();
        for (Row row : answers.to(Question.TABLES)) {
            Name name = names.own(row);
            if (seen.add(name)) {
                List<Constraint> constraints = parts.constraints(name);
                List<Column> its = columns.getOrDefault(name, List.of()).stream()
                        .map(this::column)
                        .map(column -> isKey(column, constraints) ? column.nullable(false) : column)
                        .toList();
                tables.add(reading.plain(
                        new Table(name, its, constraints, parts.indexes(name), row.text("comment"), false, Map.of())));
            }
        }
        return tables;
    }

    /** A primary key's columns hold no null, though SQLite's catalogue does not say so. */
    private static boolean isKey(Column column, List<Constraint> constraints) {
        return constraints.stream()
                .anyMatch(constraint ->
                        constraint instanceof PrimaryKey && constraint.columns().contains(column.name()));
    }

    private Column column(Row row) {
        Type type = type(row);
        Optional<Computed> computed = row.text("computed")
                .map(rule -> new Computed(rule, row.text("stored").map(any -> row.flag("stored"))))
                .map(reading::plain);
        Optional<Identity> identity = row.text("identity")
                .map(kind -> new Identity(
                        kind.equalsIgnoreCase("always"),
                        row.number("start_value"),
                        row.number("increment_by"),
                        row.number("min_value"),
                        row.number("max_value"),
                        cycles(row),
                        row.number("cache_size")))
                .map(told -> reading.plain(told, type));
        return new Column(
                reading.scriptName(row.required("name")),
                type,
                row.flag("nullable"),
                computed.isPresent() || identity.isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(row.values().get("default_value"))
                                .flatMap(words -> reading.readDefault(words, type)),
                identity,
                computed,
                row.text("collation").map(reading::scriptName),
                row.text("comment"));
    }

    /** The column's type; an enumeration without a name has the column's, and one beside the table its values. */
    private Type type(Row row) {
        Type told = reading.read(row.required("data_type"));
        if (told instanceof Enumeration list && list.name().isEmpty()) {
            return new Enumeration(reading.scriptName(row.required("name")), list.values());
        }
        Optional<EnumType> named = row.text("enum_name")
                .map(name -> enums.get(names.of(row.values().get("enum_schema"), name)));
        return named.map(type -> enumerated(told, type)).orElse(told);
    }

    private static Type enumerated(Type told, EnumType type) {
        if (told instanceof ArrayType array) {
            return new ArrayType(enumerated(array.element(), type), array.dimensions());
        }
        return type.name().schema() == null && told instanceof Verbatim
                ? new Enumeration(type.name().value(), type.values())
                : told;
    }
}
