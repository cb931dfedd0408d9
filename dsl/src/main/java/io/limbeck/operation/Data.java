package io.limbeck.operation;

import groovy.lang.Closure;
import io.limbeck.call.Block;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Code that works on the migration's own connection. Shape: {@code data(offline: 'update …') { sql -> … }}
 *
 * @param reverse the code that undoes it
 * @param offline the statements that an offline script has instead
 * @param reverseOffline the statements that an offline script has instead of {@code reverse}
 */
public record Data(
        Closure<?> code,
        Optional<Closure<?>> reverse,
        Optional<List<String>> offline,
        Optional<List<String>> reverseOffline)
        implements Operation {

    static final Verb VERB = new Verb("data", arguments -> {
        Block block = arguments
                .block()
                .orElseThrow(() ->
                        new Refusal("missing-argument", null, "'data' needs a block", "Write data { sql -> … }."));
        Optional<Closure<?>> reverse = arguments.option("reverse").map(given -> {
            if (given instanceof Closure<?> closure) {
                return closure;
            }
            throw new Refusal("wrong-type", "reverse", "'reverse' of data wants a block such as { sql -> … }", null);
        });
        return new Data(
                (Closure<?>) block.code(), reverse, sql(arguments, "offline"), sql(arguments, "reverseOffline"));
    });

    private static Optional<List<String>> sql(Arguments arguments, String option) {
        return Optional.of(arguments.texts(option)).filter(texts -> !texts.isEmpty());
    }

    @Override
    public Schema apply(Schema before) {
        return before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of();
    }

    @Override
    public List<Statement> statements(Renderer grammar, Schema before) {
        return List.of(new Statement.Code(code, offline));
    }

    @Override
    public Reversal reverse(Schema before) {
        return reverse.map(undo -> Reversal.by(new Data(undo, Optional.of(code), reverseOffline, offline)))
                .orElseGet(() -> Reversal.impossible("a data block without 'reverse:' cannot be undone"));
    }

    @Override
    public String script() {
        return "data { sql -> /* the code stands in its own script alone */ }";
    }
}
