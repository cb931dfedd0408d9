package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import io.limbeck.type.Literal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes an enumeration type; where the database has none, its columns hold their own list and nothing is sent. Shape:
 * {@code createEnum 'mood', ['sad', 'ok']}
 */
public record CreateEnum(EnumType type) implements Operation {

    static final Verb VERB = new Verb(
            "createEnum",
            arguments -> new CreateEnum(
                    new EnumType(arguments.name("the enumeration's name"), arguments.words("the values"))));

    @Override
    public Schema apply(Schema before) {
        if (before.enumeration(type.name()).isPresent()) {
            throw new Refusal(
                    "name-taken",
                    type.name().value(),
                    "there is an enumeration '" + type.name() + "' already",
                    "Choose another name, or use addEnumValue.");
        }
        return before.with(type);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return grammar.supports(Feature.ENUM_TYPES)
                ? List.of("CREATE TYPE " + grammar.name(type.name()) + " AS ENUM "
                        + type.values().stream()
                                .map(value -> grammar.literal(new Literal(value)))
                                .collect(Collectors.joining(", ", "(", ")")))
                : List.of();
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new DropEnum(type.name()));
    }

    @Override
    public String script() {
        return ScriptText.call("createEnum")
                .argument(type.name().value())
                .raw(ScriptText.list(type.values()))
                .schema(type.name())
                .line();
    }
}
