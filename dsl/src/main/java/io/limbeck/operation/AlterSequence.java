package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.Feature;
import java.util.List;
import java.util.Optional;

/**
 * Changes a sequence; {@code start:} makes it go on from there. Shape: {@code alterSequence 'invoice_number',
 * increment: 5}
 */
public record AlterSequence(Sequence change) implements Operation {

    static final Verb VERB = new Verb("alterSequence", arguments -> {
        Sequence change = SequenceText.read(arguments);
        if (change.equals(bare(change.name()))) {
            throw new Refusal("nothing-to-change", null, "this alterSequence changes nothing", null);
        }
        return new AlterSequence(change);
    });

    private static Sequence bare(Name name) {
        return new Sequence(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether nothing is asked for but how many values are prepared. */
    public boolean onlyCache() {
        return change.cache().isPresent()
                && change.equals(new Sequence(
                        change.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        change.cache()));
    }

    @Override
    public Schema apply(Schema before) {
        requireSequence(before, change.name());
        return before.sequence(change.name())
                .map(known -> before.with(new Sequence(
                        known.name(),
                        known.start(),
                        change.increment().or(known::increment),
                        change.min().or(known::min),
                        change.max().or(known::max),
                        change.cycle().or(known::cycle),
                        change.cache().or(known::cache))))
                .orElse(before);
    }

    static void requireSequence(Schema before, Name name) {
        if (before.sequence(name).isEmpty() && !before.mayExist(name.value())) {
            throw new Refusal(
                    "unknown-sequence",
                    name.value(),
                    "there is no sequence '" + name + "' at this point",
                    Suggestion.remedy(
                            name.value(),
                            "sequences",
                            before.sequences().stream()
                                    .map(each -> each.name().value())
                                    .toList()));
        }
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.SEQUENCES);
        return List.of("ALTER SEQUENCE " + grammar.name(change.name())
                + SequenceText.options(grammar, change, grammar.restart()));
    }

    @Override
    public Reversal reverse(Schema before) {
        if (change.start().isPresent()) {
            return Reversal.impossible("where sequence '" + change.name() + "' stood is known to the database alone");
        }
        Optional<Sequence> known = before.sequence(change.name());
        boolean wasSaid = known.isPresent()
                && (change.increment().isEmpty() || known.get().increment().isPresent())
                && (change.min().isEmpty() || known.get().min().isPresent())
                && (change.max().isEmpty() || known.get().max().isPresent())
                && (change.cache().isEmpty() || known.get().cache().isPresent());
        if (!wasSaid) {
            return Reversal.impossible("what sequence '" + change.name() + "' was before is not said in the history");
        }
        Sequence was = known.get();
        return Reversal.by(new AlterSequence(new Sequence(
                change.name(),
                Optional.empty(),
                change.increment().flatMap(changed -> was.increment()),
                change.min().flatMap(changed -> was.min()),
                change.max().flatMap(changed -> was.max()),
                change.cycle().map(changed -> was.cycle().orElse(false)),
                change.cache().flatMap(changed -> was.cache()))));
    }

    @Override
    public String script() {
        return SequenceText.script("alterSequence", change);
    }
}
