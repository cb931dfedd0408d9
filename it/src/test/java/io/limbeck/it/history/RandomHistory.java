package io.limbeck.it.history;

import io.limbeck.dialect.Asked;
import io.limbeck.dialect.Batch;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.golden.Outcome.Sent;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.operation.Reversal;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A history of operations that follow from a seed, each of them worded and undone by a dialect; what the dialect refuses,
 * or what cannot be undone, is no part of it.
 */
final class RandomHistory {

    private static final int ATTEMPTS = 50;

    private final Dialect dialect;
    private final Predicate<Step> wanted;
    private final RandomOperations operations;
    private final List<Step> steps = new ArrayList<>();
    private Schema state = Schema.EMPTY;

    private RandomHistory(long seed, Dialect dialect, Predicate<Step> wanted) {
        this.dialect = dialect;
        this.wanted = wanted;
        this.operations = new RandomOperations(new Random(seed));
    }

    /** An operation with the state before it, what is sent for it and what is sent to undo it. */
    record Step(Operation operation, Schema before, Schema after, List<Sent> forward, List<Sent> backward) {}

    /** @param wanted which steps may be part of it */
    static List<Step> of(long seed, int length, Dialect dialect, Predicate<Step> wanted) {
        RandomHistory history = new RandomHistory(seed, dialect, wanted);
        for (int attempt = 0; attempt < length * ATTEMPTS && history.steps.size() < length; attempt++) {
            history.operations.next(history.state).ifPresent(history::attempt);
        }
        return history.steps;
    }

    private void attempt(Operation proposed) {
        try {
            Operation operation = proposed.resolved(state);
            Worded forward = worded(List.of(operation), state);
            Reversal reversal = operation.reverse(state);
            if (reversal.obstacle().isPresent()) {
                return;
            }
            Worded backward = worded(reversal.operations(), forward.after());
            Step step = new Step(operation, state, forward.after(), forward.sent(), backward.sent());
            if (wanted.test(step)) {
                steps.add(step);
                operations.took(operation);
                state = forward.after();
            }
        } catch (Refusal refused) {
            // no part of this dialect's history
        }
    }

    private record Worded(List<Sent> sent, Schema after) {}

    private Worded worded(List<Operation> asked, Schema before) {
        List<Alone> each = new ArrayList<>();
        Schema after = before;
        for (Operation operation : asked) {
            Operation resolved = operation.resolved(after);
            each.add(new Alone(resolved, after));
            after = resolved.apply(after);
        }
        List<Sent> sent = new ArrayList<>();
        for (Batch<Alone> batch : dialect.batches(each)) {
            dialect.statements(batch).forEach(statement -> sent.add(new Sent(statement, false)));
        }
        return new Worded(sent, after);
    }

    private record Alone(Operation operation, Schema before) implements Asked {

        @Override
        public Recreate recreate() {
            return Recreate.AUTO;
        }

        @Override
        public boolean alone() {
            return false;
        }
    }

    /** The steps as a script, for a failure. */
    static String script(List<Step> steps, int upTo) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps.subList(Math.max(0, upTo - 12), upTo)) {
            text.append(step.operation().script()).append('\n');
        }
        return text.toString();
    }

    static Optional<Schema> end(List<Step> steps) {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).after());
    }
}
