package io.limbeck.target;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes a schema of declarations in any order: foreign keys may name tables that are declared further down, as they are
 * pointed when all tables are there.
 */
final class Declared {

    /** What others rest on comes first; within a kind the order is that of the text. */
    private static final List<Class<? extends Operation>> KINDS =
            List.of(CreateSchema.class, CreateEnum.class, CreateSequence.class, CreateTable.class);

    private final List<Problem> problems = new ArrayList<>();
    private Schema state;

    private Declared(Schema others) {
        state = others;
    }

    /**
     * @param recordings of one file each
     * @param others what is there beside it, declared elsewhere
     * @throws LimbeckException with all that is wrong in the recordings, and all that does not fit together
     */
    static Schema schema(List<Recording> recordings, Schema others) {
        Declared declared = new Declared(others);
        recordings.forEach(declared::read);
        List<Recorded> operations =
                recordings.stream().flatMap(each -> each.operations().stream()).toList();
        KINDS.forEach(kind -> operations.stream()
                .filter(recorded -> kind.isInstance(recorded.operation()))
                .forEach(declared::add));
        operations.stream()
                .filter(recorded -> recorded.operation() instanceof CreateTable)
                .forEach(declared::point);
        operations.stream()
                .filter(recorded -> !KINDS.contains(recorded.operation().getClass()))
                .forEach(declared::add);
        if (!declared.problems.isEmpty()) {
            throw LimbeckException.migration(declared.problems);
        }
        return declared.state;
    }

    private void read(Recording recording) {
        problems.addAll(recording.problems());
        state = state.mentioning(recording.obscured());
    }

    private void add(Recorded recorded) {
        Operation operation = recorded.operation() instanceof CreateTable create
                ? new CreateTable(without(create.table(), ForeignKey.class), false)
                : recorded.operation();
        change(recorded, before -> operation.resolved(before).apply(before));
    }

    /** Gives a table its foreign keys, each where it was written. */
    private void point(Recorded recorded) {
        Table table = ((CreateTable) recorded.operation()).table();
        List<Constraint> pointed = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey) {
                change(recorded, before -> {
                    AddConstraint add = new AddConstraint(table.name(), constraint).resolved(before);
                    pointed.add(add.constraint());
                    return add.apply(before);
                });
            } else {
                pointed.add(constraint);
            }
        }
        state.known(table.name()).ifPresent(known -> state = state.with(known.constraints(pointed)));
    }

    private static Table without(Table table, Class<? extends Constraint> kind) {
        return table.constraints(table.constraints().stream()
                .filter(constraint -> !kind.isInstance(constraint))
                .toList());
    }

    private void change(Recorded recorded, UnaryOperator<Schema> change) {
        try {
            state = change.apply(state);
        } catch (Refusal refusal) {
            Place place = refusal.subject() == null
                    ? recorded.site().place()
                    : recorded.site().of(refusal.subject());
            problems.add(
                    refusal.code().equals("name-taken")
                            ? Problem.at(place, refusal.code(), refusal.fact(), "Leave one of the two out.")
                            : refusal.at(place));
        }
    }
}
