package io.limbeck.operation;

import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import java.util.List;

/** Drops a sequence. Shape: {@code dropSequence 'invoice_number'} */
public record DropSequence(Name sequence, boolean ifExists) implements Operation {

    static final Verb VERB = new Verb(
            "dropSequence",
            arguments -> new DropSequence(arguments.name("the sequence's name"), arguments.flag("ifExists")));

    @Override
    public Schema apply(Schema before) {
        if (!ifExists) {
            AlterSequence.requireSequence(before, sequence);
        }
        return before.withoutSequence(sequence);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.SEQUENCES);
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        return List.of("DROP SEQUENCE " + (ifExists ? "IF EXISTS " : "") + grammar.name(sequence));
    }

    @Override
    public Reversal reverse(Schema before) {
        return before.sequence(sequence)
                .map(known -> Reversal.by(new CreateSequence(known)))
                .orElseGet(() -> ifExists && !before.mayExist(sequence.value())
                        ? Reversal.nothing()
                        : Reversal.impossible("what sequence '" + sequence + "' was is not known from the history"));
    }

    @Override
    public String script() {
        return ScriptText.call("dropSequence")
                .argument(sequence.value())
                .schema(sequence)
                .flag("ifExists", ifExists)
                .line();
    }
}
