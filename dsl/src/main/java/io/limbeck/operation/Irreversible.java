package io.limbeck.operation;

import io.limbeck.schema.Schema;
import java.util.List;

/** Says on purpose that a revision cannot be undone. Shape: {@code irreversible 'the old prices are gone'} */
public record Irreversible(String why) implements Operation {

    static final Verb VERB = new Verb("irreversible", arguments -> new Irreversible(arguments.word("the reason")));

    @Override
    public Schema apply(Schema before) {
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of();
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.impossible(why);
    }

    @Override
    public String script() {
        return ScriptText.call("irreversible").argument(why).line();
    }
}
