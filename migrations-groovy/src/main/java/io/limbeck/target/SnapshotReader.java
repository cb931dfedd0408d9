package io.limbeck.target;

import groovy.json.JsonException;
import groovy.json.JsonSlurper;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.schema.View;
import io.limbeck.type.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the snapshot files that {@link SchemaJson} writes. */
final class SnapshotReader {

    private final String file;

    private SnapshotReader(String file) {
        this.file = file;
    }

    /**
     * @param file its name, for messages
     * @throws LimbeckException when it is no snapshot, or one of a later version
     */
    static Schema read(String file, String text) {
        Object json;
        try {
            json = new JsonSlurper().parseText(text);
        } catch (JsonException | IllegalArgumentException unreadable) {
            throw LimbeckException.setup(
                    Problem.at(
                            Place.file(file),
                            "wrong-snapshot",
                            "this is not JSON: "
                                    + unreadable
                                            .getMessage()
                                            .strip()
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            "Write the snapshot anew with `mvn db:snapshot`."),
                    unreadable);
        }
        JsonFields fields = new JsonFields(file, "", json instanceof Map<?, ?> map ? map : Map.of());
        long version = fields.number("snapshot").orElseThrow(() -> fields.wrong("this is no snapshot of a schema"));
        if (version > SchemaJson.VERSION) {
            throw LimbeckException.setup(Problem.at(
                    Place.file(file),
                    "wrong-snapshot",
                    "the snapshot has version " + version + ", and this Limbeck reads up to " + SchemaJson.VERSION,
                    "Use a newer Limbeck."));
        }
        return new SnapshotReader(file).schema(fields);
    }

    private Schema schema(JsonFields fields) {
        Schema schema = Schema.EMPTY;
        for (String name : fields.texts("schemas")) {
            schema = schema.withSchema(name);
        }
        for (JsonFields type : fields.objects("enumerations")) {
            schema = schema.with(new EnumType(type.name(), type.texts("values")));
        }
        for (JsonFields sequence : fields.objects("sequences")) {
            schema = schema.with(new Sequence(
                    sequence.name(),
                    sequence.number("start"),
                    sequence.number("increment"),
                    sequence.number("min"),
                    sequence.number("max"),
                    sequence.choice("cycle"),
                    sequence.number("cache")));
        }
        for (JsonFields table : fields.objects("tables")) {
            schema = schema.with(table(table));
        }
        for (JsonFields view : fields.objects("views")) {
            schema = schema.with(new View(view.name(), view.text("query"), view.flag("materialized")));
        }
        return schema;
    }

    private Table table(JsonFields fields) {
        Map<String, String> options = new LinkedHashMap<>();
        entries(fields).forEach((dialect, words) -> options.put(dialect, String.valueOf(words)));
        return new Table(
                fields.name(),
                fields.objects("columns").stream().map(this::column).toList(),
                fields.objects("constraints").stream().map(this::constraint).toList(),
                fields.objects("indexes").stream().map(this::index).toList(),
                fields.optionalText("comment"),
                fields.flag("temporary"),
                options);
    }

    private Map<String, Object> entries(JsonFields fields) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (fields.has("options") && JsonValues.plain(fields.value("options"), fields) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        }
        return entries;
    }

    private Column column(JsonFields fields) {
        Optional<Value> value = fields.fields().containsKey("default")
                ? Optional.of(JsonValues.value(fields.value("default"), fields))
                : Optional.empty();
        return new Column(
                fields.text("name"),
                JsonValues.type(fields.object("type")),
                fields.choice("nullable").orElse(true),
                value,
                fields.has("identity") ? Optional.of(identity(fields.object("identity"))) : Optional.empty(),
                fields.optionalText("computed").map(text -> new Computed(text, fields.choice("stored"))),
                fields.optionalText("collate"),
                fields.optionalText("comment"));
    }

    private static Identity identity(JsonFields fields) {
        return new Identity(
                fields.flag("always"),
                fields.number("start"),
                fields.number("increment"),
                fields.number("min"),
                fields.number("max"),
                fields.choice("cycle"),
                fields.number("cache"));
    }

    private Constraint constraint(JsonFields fields) {
        String name = fields.text("name");
        return switch (fields.text("kind")) {
            case "primaryKey" -> new PrimaryKey(name, fields.texts("columns"));
            case "unique" ->
                new Unique(name, fields.texts("columns"), deferral(fields), fields.flag("nullsNotDistinct"));
            case "check" -> new Check(name, fields.text("expression"), !fields.flag("notValid"));
            case "foreignKey" -> {
                JsonFields references = fields.object("references");
                yield new ForeignKey(
                        name,
                        fields.texts("columns"),
                        references.name(),
                        references.texts("columns"),
                        action(fields, "onDelete"),
                        action(fields, "onUpdate"),
                        fields.optionalText("match"),
                        deferral(fields),
                        !fields.flag("notValid"));
            }
            case "exclude" -> {
                Map<String, String> elements = new LinkedHashMap<>();
                fields.object("elements")
                        .fields()
                        .forEach(
                                (element, operator) -> elements.put(String.valueOf(element), String.valueOf(operator)));
                yield new Exclusion(
                        name, elements, fields.optionalText("using"), fields.optionalText("where"), deferral(fields));
            }
            default -> throw fields.wrong("'" + fields.text("kind") + "' is no kind of constraint");
        };
    }

    private static Deferral deferral(JsonFields fields) {
        String word = fields.optionalText("deferral").orElse(Deferral.NOT_DEFERRABLE.name());
        return Arrays.stream(Deferral.values())
                .filter(deferral -> deferral.name().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.wrong("'" + word + "' is no deferral"));
    }

    private static ReferentialAction action(JsonFields fields, String field) {
        String word = fields.optionalText(field).orElse(ReferentialAction.NO_ACTION.word());
        return Arrays.stream(ReferentialAction.values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.wrong("'" + word + "' is no action"));
    }

    private Index index(JsonFields fields) {
        List<?> parts = fields.value("on") instanceof List<?> list ? list : List.of();
        Map<String, Map<String, Object>> options = new LinkedHashMap<>();
        entries(fields).forEach((dialect, given) -> {
            if (given instanceof Map<?, ?> map) {
                Map<String, Object> known = new LinkedHashMap<>();
                map.forEach((key, value) -> known.put(String.valueOf(key), value));
                options.put(dialect, known);
            }
        });
        return new Index(
                fields.text("name"),
                IntStream.range(0, parts.size())
                        .mapToObj(at -> part(parts.get(at), fields.path() + ".on[" + at + "]"))
                        .toList(),
                fields.flag("unique"),
                fields.optionalText("where"),
                fields.texts("include"),
                fields.optionalText("using"),
                options);
    }

    private IndexPart part(Object json, String path) {
        if (!(json instanceof Map<?, ?> map)) {
            return IndexPart.column(String.valueOf(json));
        }
        JsonFields fields = new JsonFields(file, path, map);
        boolean expression = fields.has("sql");
        return new IndexPart(
                fields.text(expression ? "sql" : "column"),
                expression,
                fields.flag("descending"),
                fields.optionalText("nulls"));
    }
}
