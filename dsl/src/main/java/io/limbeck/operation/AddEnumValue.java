package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Literal;
import io.limbeck.type.PerDialect;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a value to an enumeration type. Shape: {@code addEnumValue 'mood', 'great', after: 'ok'} */
public record AddEnumValue(Name type, String value, Optional<String> after) implements Operation {

    static final Verb VERB = new Verb(
            "addEnumValue",
            arguments -> new AddEnumValue(
                    arguments.name("the enumeration's name"), arguments.word("the value"), arguments.text("after")));

    @Override
    public Schema apply(Schema before) {
        DropEnum.requireEnum(before, type);
        Optional<EnumType> known = before.enumeration(type);
        if (known.isEmpty()) {
            return before;
        }
        List<String> values = new ArrayList<>(known.get().values());
        if (values.contains(value)) {
            throw new Refusal("name-taken", value, "'" + type + "' has the value '" + value + "' already", null);
        }
        if (after.isPresent() && !values.contains(after.get())) {
            throw new Refusal("unknown-value", after.get(), "'" + type + "' has no value '" + after.get() + "'", null);
        }
        values.add(after.map(values::indexOf).map(index -> index + 1).orElse(values.size()), value);
        Schema after = before.with(new EnumType(type, values));
        for (Table table : before.tables()) {
            after = after.with(table.columns(table.columns().stream()
                    .map(column -> column.typed(longer(column.type(), table.name(), values)))
                    .toList()));
        }
        return after;
    }

    /** The type of a column, with the new list where it is the enumeration. */
    private Type longer(Type own, Name table, List<String> values) {
        if (own instanceof PerDialect varying) {
            return new PerDialect(longer(varying.usual(), table, values), varying.others());
        }
        return own instanceof Enumeration enumeration
                        && table.sibling(enumeration.name()).equals(type)
                ? new Enumeration(enumeration.name(), values)
                : own;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.ENUM_TYPES);
        return List.of("ALTER TYPE " + grammar.name(type) + " ADD VALUE " + grammar.literal(new Literal(value))
                + after.map(other -> " AFTER " + grammar.literal(new Literal(other)))
                        .orElse(""));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.impossible("no database removes a value from an enumeration type");
    }

    @Override
    public String script() {
        return ScriptText.call("addEnumValue")
                .argument(type.value())
                .argument(value)
                .schema(type)
                .text("after", after)
                .line();
    }
}
