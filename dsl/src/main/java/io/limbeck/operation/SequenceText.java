package io.limbeck.operation;

import io.limbeck.schema.Name;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import java.util.Optional;

/** Reads and writes what createSequence and alterSequence have in common. */
final class SequenceText {

    private SequenceText() {}

    static Sequence read(Arguments arguments) {
        Name name = arguments.name("the sequence's name");
        return new Sequence(
                name,
                arguments.number("start"),
                arguments.number("increment"),
                arguments.number("min"),
                arguments.number("max"),
                arguments.choice("cycle"),
                arguments.number("cache"));
    }

    static String script(String verb, Sequence sequence) {
        return ScriptText.call(verb)
                .argument(sequence.name().value())
                .schema(sequence.name())
                .number("start", sequence.start())
                .number("increment", sequence.increment())
                .number("min", sequence.min())
                .number("max", sequence.max())
                .choice("cycle", sequence.cycle())
                .number("cache", sequence.cache())
                .line();
    }

    /** The options in standard SQL. Shape: {@code START WITH 1 INCREMENT BY 10} behind the name, each with a space. */
    static String options(Grammar grammar, Sequence sequence, String start) {
        return clause(start, sequence.start())
                + clause("INCREMENT BY", sequence.increment())
                + clause("MINVALUE", sequence.min())
                + clause("MAXVALUE", sequence.max())
                + sequence.cycle()
                        .map(cycle -> cycle ? " CYCLE" : " " + grammar.noCycle())
                        .orElse("")
                + sequence.cache()
                        .filter(size -> grammar.supports(Feature.SEQUENCE_CACHE))
                        .map(size -> " " + grammar.cache(size))
                        .orElse("");
    }

    private static String clause(String words, Optional<Long> number) {
        return number.map(value -> " " + words + " " + value).orElse("");
    }
}
