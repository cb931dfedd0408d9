package io.limbeck.target;

import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a schema as a snapshot file in JSON, which reads back equal. */
public final class SchemaJson {

    /** Raised when readers of the format before would take a file for what it does not say. */
    static final int VERSION = 1;

    private SchemaJson() {}

    /**
     * The schema of a file.
     *
     * @param file its name, for messages
     * @throws io.limbeck.error.LimbeckException when it is no snapshot, or one of a later version
     */
    public static Schema read(String file, String text) {
        return SnapshotReader.read(file, text);
    }

    /** The text of the file. */
    public static String text(Schema schema) {
        return JsonText.of(document(schema));
    }

    /** The same as maps and lists. Shape: {@code {"snapshot": 1, "tables": [{"name": "account", "columns": […]}]}} */
    public static Map<String, Object> document(Schema schema) {
        Json json = new Json()
                .put("snapshot", VERSION)
                .list("schemas", schema.schemas().stream().sorted().toList());
        json.list(
                "enumerations",
                schema.enums().stream()
                        .map(type ->
                                named(type.name()).put("values", type.values()).map())
                        .toList());
        json.list(
                "sequences",
                schema.sequences().stream().map(SchemaJson::sequence).toList());
        json.list("tables", schema.tables().stream().map(SchemaJson::table).toList());
        json.list(
                "views",
                schema.views().stream()
                        .map(view -> named(view.name())
                                .put("query", view.query())
                                .flag("materialized", view.materialized())
                                .map())
                        .toList());
        return json.map();
    }

    private static Json named(Name name) {
        return new Json().put("name", name.value()).optional("schema", Optional.ofNullable(name.schema()));
    }

    private static Map<String, Object> sequence(Sequence sequence) {
        return named(sequence.name())
                .optional("start", sequence.start())
                .optional("increment", sequence.increment())
                .optional("min", sequence.min())
                .optional("max", sequence.max())
                .optional("cycle", sequence.cycle())
                .optional("cache", sequence.cache())
                .map();
    }

    private static Map<String, Object> table(Table table) {
        return named(table.name())
                .optional("comment", table.comment())
                .flag("temporary", table.temporary())
                .entries("options", table.options())
                .list(
                        "columns",
                        table.columns().stream().map(SchemaJson::column).toList())
                .list(
                        "constraints",
                        table.constraints().stream().map(SchemaJson::constraint).toList())
                .list("indexes", table.indexes().stream().map(SchemaJson::index).toList())
                .map();
    }

    private static Map<String, Object> column(Column column) {
        Json json = new Json().put("name", column.name()).put("type", JsonValues.json(column.type()));
        if (!column.nullable()) {
            json.put("nullable", false);
        }
        // a default of NULL is there, and is null
        column.defaultValue().ifPresent(value -> json.put("default", JsonValues.json(value)));
        column.identity().ifPresent(identity -> json.put("identity", identity(identity)));
        column.computed()
                .ifPresent(
                        computed -> json.put("computed", computed.expression()).optional("stored", computed.stored()));
        return json.optional("collate", column.collation())
                .optional("comment", column.comment())
                .map();
    }

    private static Map<String, Object> identity(Identity identity) {
        return new Json()
                .flag("always", identity.always())
                .optional("start", identity.start())
                .optional("increment", identity.increment())
                .optional("min", identity.min())
                .optional("max", identity.max())
                .optional("cycle", identity.cycle())
                .optional("cache", identity.cache())
                .map();
    }

    private static Map<String, Object> constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return constraint("primaryKey", key).put("columns", key.columns()).map();
        }
        if (constraint instanceof Unique unique) {
            return constraint("unique", unique)
                    .put("columns", unique.columns())
                    .flag("nullsNotDistinct", unique.nullsNotDistinct())
                    .optional("deferral", deferral(unique.deferral()))
                    .map();
        }
        if (constraint instanceof Check check) {
            return constraint("check", check)
                    .put("expression", check.expression())
                    .flag("notValid", !check.valid())
                    .map();
        }
        if (constraint instanceof ForeignKey key) {
            return constraint("foreignKey", key)
                    .put("columns", key.columns())
                    .put(
                            "references",
                            named(key.referred())
                                    .put("columns", key.referredColumns())
                                    .map())
                    .optional("onDelete", action(key.onDelete()))
                    .optional("onUpdate", action(key.onUpdate()))
                    .optional("match", key.match())
                    .optional("deferral", deferral(key.deferral()))
                    .flag("notValid", !key.valid())
                    .map();
        }
        Exclusion exclusion = (Exclusion) constraint;
        return constraint("exclude", exclusion)
                .put("elements", exclusion.elements())
                .optional("using", exclusion.using())
                .optional("where", exclusion.where())
                .optional("deferral", deferral(exclusion.deferral()))
                .map();
    }

    private static Json constraint(String kind, Constraint constraint) {
        return new Json().put("kind", kind).put("name", constraint.name());
    }

    private static Optional<String> deferral(Deferral deferral) {
        return Optional.of(deferral)
                .filter(each -> each != Deferral.NOT_DEFERRABLE)
                .map(Deferral::name);
    }

    private static Optional<String> action(ReferentialAction action) {
        return Optional.of(action)
                .filter(each -> each != ReferentialAction.NO_ACTION)
                .map(ReferentialAction::word);
    }

    private static Map<String, Object> index(Index index) {
        return new Json()
                .put("name", index.name())
                .list("on", index.parts().stream().map(SchemaJson::part).toList())
                .flag("unique", index.unique())
                .optional("where", index.where())
                .list("include", index.include())
                .optional("using", index.using())
                .entries("options", index.options())
                .map();
    }

    /** A plain column is its name. */
    private static Object part(IndexPart part) {
        return part.equals(IndexPart.column(part.text()))
                ? part.text()
                : new Json()
                        .put(part.expression() ? "sql" : "column", part.text())
                        .flag("descending", part.descending())
                        .optional("nulls", part.nulls())
                        .map();
    }

    /** An object in the making, without what says nothing. */
    private static final class Json {

        private final Map<String, Object> map = new LinkedHashMap<>();

        Json put(String field, Object value) {
            map.put(field, value);
            return this;
        }

        Json optional(String field, Optional<?> value) {
            value.ifPresent(given -> put(field, given));
            return this;
        }

        Json flag(String field, boolean value) {
            return value ? put(field, true) : this;
        }

        Json list(String field, Collection<?> values) {
            return values.isEmpty() ? this : put(field, List.copyOf(values));
        }

        Json entries(String field, Map<String, ?> values) {
            return values.isEmpty() ? this : put(field, JsonValues.json((Object) values));
        }

        Map<String, Object> map() {
            return map;
        }
    }
}
