package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import java.util.List;

/** Drops an empty schema. Shape: {@code dropSchema 'bank'} */
public record DropSchema(String name) implements Operation {

    static final Verb VERB = new Verb("dropSchema", arguments -> new DropSchema(arguments.word("the schema's name")));

    @Override
    public Schema apply(Schema before) {
        before.tables().stream()
                .filter(table -> name.equals(table.name().schema()))
                .findFirst()
                .ifPresent(table -> {
                    throw new Refusal(
                            "still-used",
                            name,
                            "schema '" + name + "' still holds table '"
                                    + table.name().value() + "'",
                            "Drop what is in it first.");
                });
        return before.withoutSchema(name);
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
