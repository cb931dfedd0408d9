package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import java.util.List;

/** Makes a schema. Shape: {@code createSchema 'bank'} */
public record CreateSchema(String name) implements Operation {

    static final Verb VERB =
            new Verb("createSchema", arguments -> new CreateSchema(arguments.word("the schema's name")));

    @Override
    public Schema apply(Schema before) {
        if (before.hasSchema(name)) {
            throw new Refusal("name-taken", name, "there is a schema '" + name + "' already", null);
        }
        return before.withSchema(name);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.SCHEMAS);
        return List.of("CREATE SCHEMA " + grammar.quote(name));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new DropSchema(name));
    }

    @Override
    public String script() {
        return ScriptText.call("createSchema").argument(name).line();
    }
}
