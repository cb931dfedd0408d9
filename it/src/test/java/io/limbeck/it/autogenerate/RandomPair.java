package io.limbeck.it.autogenerate;

import io.limbeck.dialect.Asked;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.golden.Outcome;
import io.limbeck.it.history.RandomOperations;
import io.limbeck.kit.FromScratch;
import io.limbeck.operation.Insert;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Two schema states that follow from a seed and have a past in common.
 *
 * @param from a state that the dialect can make
 * @param to another one
 */
record RandomPair(Schema from, Schema to) {

    private static final int COMMON = 30;
    private static final int OWN = 45;

    static RandomPair of(long seed, Dialect dialect) {
        Random random = new Random(seed);
        RandomOperations operations = new RandomOperations(random);
        Schema common = grown(Schema.EMPTY, operations, COMMON, dialect);
        return new RandomPair(
                grown(common, operations, random.nextInt(OWN), dialect),
                grown(common, operations, random.nextInt(OWN), dialect));
    }

    private static Schema grown(Schema from, RandomOperations operations, int steps, Dialect dialect) {
        Schema state = from;
        for (int i = 0; i < steps; i++) {
            Optional<Operation> next = operations.next(state).filter(operation -> !(operation instanceof Insert));
            if (next.isPresent()) {
                state = after(next.get(), state, dialect);
            }
        }
        return state;
    }

    /** The state after an operation, or as it was where the dialect refuses it, or to make the state from scratch. */
    private static Schema after(Operation proposed, Schema before, Dialect dialect) {
        try {
            Operation operation = proposed.resolved(before);
            Schema after = operation.apply(before);
            Asked alone = new Outcome.Step(operation, before, Recreate.AUTO, false, null);
            dialect.batches(List.of(alone)).forEach(dialect::statements);
            FromScratch.statements(after, dialect);
            return after;
        } catch (Refusal refused) {
            return before;
        }
    }
}
