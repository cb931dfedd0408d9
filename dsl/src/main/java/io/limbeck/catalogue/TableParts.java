package io.limbeck.catalogue;

import io.limbeck.schema.Check;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The constraints and indexes of each table in a catalogue's answers. */
final class TableParts {

    private static final String OPTION = "option_";
    private static final String PART_OPTION = "part_option_";

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final Reading reading;
    private final Names names;
    private final Map<Name, List<Row>> keys;
    private final Map<Name, List<Row>> foreignKeys;
    private final Map<Name, List<Row>> checks;
    private final Map<Name, List<Row>> exclusions;
    private final Map<Name, List<Row>> indexes;

    TableParts(Reading reading, Names names, Answers answers) {
        this.reading = reading;
        this.names = names;
        this.keys = names.byTable(answers.to(Question.KEYS));
        this.foreignKeys = names.byTable(answers.to(Question.FOREIGN_KEYS));
        this.checks = names.byTable(answers.to(Question.CHECKS));
        this.exclusions = names.byTable(answers.to(Question.EXCLUSIONS));
        this.indexes = names.byTable(answers.to(Question.INDEXES));
    }

    List<Constraint> constraints(Name table) {
        List<Constraint> constraints = new ArrayList<>();
        named(keys, table).forEach((name, rows) -> constraints.add(key(name, rows)));
        named(foreignKeys, table).forEach((name, rows) -> constraints.add(foreignKey(name, rows)));
        named(checks, table)
                .forEach((name, rows) -> constraints.add(new Check(
                        name, rows.get(0).required("expression"), !rows.get(0).flag("not_valid"))));
        named(exclusions, table).forEach((name, rows) -> constraints.add(exclusion(name, rows)));
        return constraints;
    }

    /** The table's indexes, without any that a key of the same name has made for itself. */
    List<Index> indexes(Name table) {
        Map<String, List<Row>> own = named(keys, table);
        return named(indexes, table).entrySet().stream()
                .filter(index -> !own.containsKey(index.getKey()))
                .map(index -> index(index.getKey(), index.getValue()))
                .toList();
    }

    private Map<String, List<Row>> named(Map<Name, List<Row>> byTable, Name table) {
        return names.byName(byTable.getOrDefault(table, List.of()));
    }

    private Constraint key(String name, List<Row> rows) {
        List<String> columns = names.columns(rows, "column_name");
        Row first = rows.get(0);
        return first.flag("is_primary")
                ? new PrimaryKey(name, columns)
                : new Unique(name, columns, deferral(first), first.flag("nulls_not_distinct"));
    }

    private ForeignKey foreignKey(String name, List<Row> rows) {
        Row first = rows.get(0);
        return new ForeignKey(
                name,
                names.columns(rows, "column_name"),
                names.of(first.values().get("referred_schema"), first.required("referred_table")),
                names.columns(rows, "referred_column"),
                action(first, "on_delete"),
                action(first, "on_update"),
                first.text("match_type").map(word -> word.toLowerCase(Locale.ROOT)),
                deferral(first),
                !first.flag("not_valid"));
    }

    private static ReferentialAction action(Row row, String label) {
        String words =
                row.text(label).map(text -> text.toLowerCase(Locale.ROOT)).orElse("no action");
        return Stream.of(ReferentialAction.values())
                .filter(action -> action.word().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalogue tells of '" + words + "' in " + row));
    }

    private static Deferral deferral(Row row) {
        return !row.flag("deferrable")
                ? Deferral.NOT_DEFERRABLE
                : row.flag("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private Exclusion exclusion(String name, List<Row> rows) {
        Map<String, String> elements = new LinkedHashMap<>();
        rows.forEach(row -> elements.put(element(row.required("element")), row.required("operator")));
        Row first = rows.get(0);
        return new Exclusion(name, elements, first.text("method"), first.text("condition"), deferral(first));
    }

    private String element(String words) {
        return words.matches("\\w+") ? reading.scriptName(words) : words;
    }

    private Index index(String name, List<Row> rows) {
        Row first = rows.get(0);
        List<IndexPart> parts = new ArrayList<>();
        List<String> included = new ArrayList<>();
        for (Row row : rows) {
            String text = row.required("part");
            if (row.flag("is_included")) {
                included.add(reading.scriptName(text));
            } else {
                boolean expression = row.flag("is_expression");
                parts.add(new IndexPart(
                        expression ? text : reading.scriptName(text),
                        expression,
                        row.flag("is_descending"),
                        row.text("nulls")));
            }
        }
        Map<String, Object> options = options(rows);
        return new Index(
                name,
                parts,
                first.flag("is_unique"),
                first.text("condition"),
                included,
                first.text("method"),
                options.isEmpty() ? Map.of() : Map.of(reading.dialect(), options));
    }

    private Map<String, Object> options(List<Row> rows) {
        Map<String, Object> options = new LinkedHashMap<>();
        rows.get(0).values().forEach((label, value) -> {
            if (label.startsWith(OPTION)) {
                options.put(option(label, OPTION), value(value));
            }
        });
        Map<String, Map<String, Object>> byPart = new LinkedHashMap<>();
        for (Row row : rows) {
            row.values().forEach((label, value) -> {
                if (label.startsWith(PART_OPTION)) {
                    byPart.computeIfAbsent(option(label, PART_OPTION), any -> new LinkedHashMap<>())
                            .put(reading.scriptName(row.required("part")), value(value));
                }
            });
        }
        options.putAll(byPart);
        return options;
    }

    /** {@code option_nulls_not_distinct} tells of {@code nullsNotDistinct}. */
    private static String option(String label, String prefix) {
        return UNDERSCORE
                .matcher(label.substring(prefix.length()))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Object value(String text) {
        boolean truth = text.equals("true") || text.equals("false");
        return truth ? Boolean.valueOf(text) : text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
    }
}
