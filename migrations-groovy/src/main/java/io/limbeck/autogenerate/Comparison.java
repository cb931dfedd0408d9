package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.DropSchema;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Works a difference out, in this order: schemas, sequences, renames, enumerations, foreign keys that go or are in the
 * way, new tables, changed tables, new foreign keys, what goes. Views that change, or read from what does, go before all
 * this and come back behind it.
 */
final class Comparison {

    private final Dialect dialect;
    private final Rules rules;

    Comparison(Dialect dialect, Rules rules) {
        this.dialect = dialect;
        this.rules = rules;
    }

    Difference between(Schema from, Schema to) {
        Schema wanted = Selection.of(to, from, false, rules);
        Schema known = new Spelling(dialect).of(Selection.of(from, to, true, rules), wanted);
        Likeness likeness = new Likeness(dialect, rules);
        ViewDifference views = new ViewDifference(known, wanted, likeness, dialect);
        Building building = new Building(views.withoutChanged());
        List<String> notes = new ArrayList<>();
        before(building, wanted, likeness);
        new TablesDifference(building, wanted, likeness, dialect, rules, notes).write();
        behind(building, wanted);
        Building whole = new Building(known);
        views.drops(building.proposals()).forEach(whole::add);
        building.proposals().forEach(whole::add);
        views.creations(whole.state()).forEach(whole::add);
        return new Difference(rewritten(whole.proposals()), notes);
    }

    private void before(Building building, Schema wanted, Likeness likeness) {
        if (dialect.supports(Feature.SCHEMAS)) {
            Set<String> there = schemas(building.state());
            schemas(wanted).stream()
                    .filter(name -> !there.contains(name))
                    .forEach(name -> building.add(new CreateSchema(name)));
        }
        if (dialect.supports(Feature.SEQUENCES)) {
            for (Sequence sequence : wanted.sequences()) {
                Optional<Sequence> known = building.state().sequence(sequence.name());
                if (known.isEmpty()) {
                    building.add(new CreateSequence(sequence));
                } else if (!likeness.same(known.get(), sequence)) {
                    building.add(new AlterSequence(change(known.get(), sequence)));
                }
            }
        }
    }

    /** What differs, and nothing else; what the wanted one leaves out becomes what the database has by itself. */
    private Sequence change(Sequence known, Sequence wanted) {
        Sequence one = dialect.normal(known);
        Sequence other = dialect.normal(wanted);
        return new Sequence(
                wanted.name(),
                Optional.empty(),
                other.increment().filter(value -> !other.increment().equals(one.increment())),
                other.min().filter(value -> !other.min().equals(one.min())),
                other.max().filter(value -> !other.max().equals(one.max())),
                other.cycle().filter(value -> !other.cycle().equals(one.cycle())),
                other.cache()
                        .filter(value -> dialect.supports(Feature.SEQUENCE_CACHE)
                                && !other.cache().equals(one.cache())));
    }

    private void behind(Building building, Schema wanted) {
        if (dialect.supports(Feature.SEQUENCES)) {
            for (Sequence sequence : List.copyOf(building.state().sequences())) {
                if (wanted.sequence(sequence.name()).isEmpty()) {
                    building.add(new DropSequence(sequence.name(), false));
                }
            }
        }
        if (dialect.supports(Feature.SCHEMAS)) {
            Set<String> kept = schemas(wanted);
            building.state().schemas().stream()
                    .filter(name -> !kept.contains(name))
                    .sorted()
                    .forEach(name -> building.add(new DropSchema(name)));
        }
    }

    /** The schemas that are spoken of, declared or not. */
    private static Set<String> schemas(Schema state) {
        Set<String> names = new TreeSet<>(state.schemas());
        Stream.of(
                        state.tables().stream().map(table -> table.name()),
                        state.views().stream().map(view -> view.name()),
                        state.sequences().stream().map(sequence -> sequence.name()),
                        state.enums().stream().map(type -> type.name()))
                .flatMap(each -> each)
                .map(Name::schema)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    /** The proposals as the rules want them; an operation that they leave alone keeps its remarks. */
    private List<Proposal> rewritten(List<Proposal> proposals) {
        List<Operation> operations = proposals.stream().map(Proposal::operation).toList();
        List<Proposal> left = new ArrayList<>(proposals);
        return rules.rewrite().apply(operations).stream()
                .map(operation -> left.stream()
                        .filter(each -> each.operation().equals(operation))
                        .findFirst()
                        .orElseGet(() -> Proposal.of(operation)))
                .toList();
    }
}
