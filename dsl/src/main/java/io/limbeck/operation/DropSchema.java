package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import java.util.List;
import java.util.stream.Stream;

/** Drops an empty schema. Shape: {@code dropSchema 'bank'} */
public record DropSchema(String name) implements Operation {

    static final Verb VERB = new Verb("dropSchema", arguments -> new DropSchema(arguments.word("the schema's name")));

    @Override
    public Schema apply(Schema before) {
        if (!before.hasSchema(name) && !before.mayExist(name)) {
            throw new Refusal(
                    "unknown-schema",
                    name,
                    "there is no schema '" + name + "' at this point",
                    Suggestion.remedy(name, "schemas", before.schemas()));
        }
        contents(before).filter(held -> name.equals(held.schema())).findFirst().ifPresent(held -> {
            throw new Refusal(
                    "still-used",
                    name,
                    "schema '" + name + "' still holds '" + held.value() + "'",
                    "Drop what is in it first.");
        });
        return before.withoutSchema(name);
    }

    private static Stream<Name> contents(Schema before) {
        return Stream.of(
                        before.tables().stream().map(Table::name),
                        before.sequences().stream().map(Sequence::name),
                        before.views().stream().map(View::name),
                        before.enums().stream().map(EnumType::name))
                .flatMap(names -> names);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.SCHEMAS);
        return List.of("DROP SCHEMA " + grammar.quote(name) + " RESTRICT");
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new CreateSchema(name));
    }

    @Override
    public String script() {
        return ScriptText.call("dropSchema").argument(name).line();
    }
}
