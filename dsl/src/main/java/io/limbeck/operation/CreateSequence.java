package io.limbeck.operation;

import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.Feature;
import java.util.List;

/** Makes a sequence. Shape: {@code createSequence 'invoice_number', start: 1000} */
public record CreateSequence(Sequence sequence) implements Operation {

    static final Verb VERB = new Verb("createSequence", arguments -> new CreateSequence(SequenceText.read(arguments)));

    @Override
    public Schema apply(Schema before) {
        before.requireFree(sequence.name());
        return before.with(sequence);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.SEQUENCES);
        return List.of("CREATE SEQUENCE " + grammar.name(sequence.name())
                + SequenceText.options(grammar, sequence, "START WITH"));
    }

    @Override
    public Reversal reverse(Schema before) {
        return Reversal.by(new DropSequence(sequence.name(), false));
    }

    @Override
    public String script() {
        return SequenceText.script("createSequence", sequence);
    }
}
