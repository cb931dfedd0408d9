package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import io.limbeck.type.Enumeration;
import java.util.List;

/** Drops an enumeration type that no column uses. Shape: {@code dropEnum 'mood'} */
public record DropEnum(Name type) implements Operation {

    static final Verb VERB = new Verb("dropEnum", arguments -> new DropEnum(arguments.name("the enumeration's name")));

    @Override
    public Schema apply(Schema before) {
        requireEnum(before, type);
        before.tables().stream()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> Enumeration.of(column.type())
                                .filter(used ->
                                        table.name().sibling(used.name()).equals(type))
                                .isPresent()))
                .findFirst()
                .ifPresent(table -> {
                    throw new Refusal(
                            "still-used",
                            type.value(),
                            "enumeration '" + type + "' is still used by table '" + table.name() + "'",
                            "Drop or alter that column first.");
                });
        return before.withoutEnum(type);
    }

    static void requireEnum(Schema before, Name type) {
        if (before.enumeration(type).isEmpty() && !before.mayExist(type.value())) {
            throw new Refusal(
                    "unknown-enumeration",
                    type.value(),
                    "there is no enumeration '" + type + "' at this point",
                    Suggestion.remedy(
                            type.value(),
                            "enumerations",
                            before.enums().stream()
                                    .map(each -> each.name().value())
                                    .toList()));
        }
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return grammar.supports(Feature.ENUM_TYPES) ? List.of("DROP TYPE " + grammar.name(type)) : List.of();
    }

    @Override
    public Reversal reverse(Schema before) {
        return before.enumeration(type)
                .map(known -> Reversal.by(new CreateEnum(known)))
                .orElseGet(() -> Reversal.impossible("the values of '" + type + "' are not known from the history"));
    }

    @Override
    public String script() {
        return ScriptText.call("dropEnum").argument(type.value()).schema(type).line();
    }
}
