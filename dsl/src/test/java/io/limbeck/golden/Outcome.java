package io.limbeck.golden;

import io.limbeck.call.Site;
import io.limbeck.dialect.Asked;
import io.limbeck.dialect.Batch;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.operation.Reversal;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one dialect makes of a golden case.
 *
 * @param setup what is sent before the script
 * @param setupState the state that the script finds
 * @param recorded the script's operations as they were recorded
 * @param steps the script's operations, each with the state that it found
 * @param problems why the script, or its setup before it, cannot run; empty where it can
 * @param forward what is sent for the script
 * @param after the state that it leaves
 * @param backward what undoes it, empty where nothing can
 * @param obstacle why nothing can undo it
 * @param backwardRefusals why the dialect cannot say what undoes it
 * @param restored the state after it was undone
 */
public record Outcome(
        String dialect,
        List<Sent> setup,
        Schema setupState,
        List<Operation> recorded,
        List<Step> steps,
        List<Problem> problems,
        List<Sent> forward,
        Schema after,
        List<Sent> backward,
        Optional<String> obstacle,
        List<Problem> backwardRefusals,
        Schema restored) {

    /**
     * An operation and the state before it.
     *
     * @param alone whether it must not stand in a transaction
     */
    public record Step(Operation operation, Schema before, Recreate recreate, boolean alone, Site site)
            implements Asked {}

    /**
     * A statement.
     *
     * @param outside whether it must not stand in a transaction
     */
    public record Sent(Statement statement, boolean outside) {}

    /** Works a case out for a dialect. */
    public static Outcome of(GoldenCase golden, String dialectName) {
        Dialect dialect = Dialects.of(dialectName);
        Recorder recorder = new Recorder(dialect, new GoldenFiles(golden.files()));
        Run setup = new Run(dialect, Schema.EMPTY);
        setup.play(recorder.recording(golden.setup()));
        Run forward = new Run(dialect, setup.state);
        Recording recording = recorder.recording(golden.script());
        forward.problems.addAll(setup.problems);
        if (setup.problems.isEmpty()) {
            forward.play(recording);
        }
        List<Operation> recorded =
                recording.operations().stream().map(Recorded::operation).toList();
        Run backward = new Run(dialect, forward.state);
        Optional<String> obstacle = forward.problems.isEmpty() ? backward.undo(forward.steps) : Optional.empty();
        return new Outcome(
                dialectName,
                setup.sent,
                setup.state,
                recorded,
                forward.steps,
                forward.problems,
                forward.sent,
                forward.state,
                backward.sent,
                obstacle,
                backward.problems,
                backward.state);
    }

    /** Folds operations over a state, as a plan does. */
    private static final class Run {

        private final Dialect dialect;
        private final List<Step> steps = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private Schema state;

        Run(Dialect dialect, Schema state) {
            this.dialect = dialect;
            this.state = state;
        }

        void play(Recording recording) {
            problems.addAll(recording.problems());
            for (Recorded each : recording.operations()) {
                step(each.operation(), each.site(), each.autocommit(), each.recreate());
            }
            word();
        }

        Optional<String> undo(List<Step> done) {
            for (int i = done.size() - 1; i >= 0; i--) {
                Step step = done.get(i);
                Reversal reversal = step.operation().reverse(step.before());
                if (reversal.obstacle().isPresent()) {
                    return reversal.obstacle();
                }
                reversal.operations().forEach(operation -> step(operation, null, false, step.recreate()));
            }
            word();
            return Optional.empty();
        }

        private void step(Operation asked, Site site, boolean autocommit, Recreate recreate) {
            try {
                Operation operation = asked.resolved(state);
                Schema next = operation.apply(state);
                boolean outside = autocommit || dialect.outsideTransaction(operation, state);
                steps.add(new Step(operation, state, recreate, outside, site));
                state = next;
            } catch (Refusal refusal) {
                refused(refusal, site);
            }
        }

        private void word() {
            for (Batch<Step> batch : dialect.batches(steps)) {
                Step first = batch.first();
                try {
                    dialect.aside(batch).ifPresent(aside -> sent.add(new Sent(aside, true)));
                    dialect.statements(batch).forEach(statement -> sent.add(new Sent(statement, first.alone())));
                } catch (Refusal refusal) {
                    refused(refusal, first.site());
                }
            }
        }

        private void refused(Refusal refusal, Site site) {
            Place place = site == null || refusal.subject() == null
                    ? new Place("script", 0, 0, refusal.subject() == null ? "" : refusal.subject())
                    : site.of(refusal.subject());
            problems.add(refusal.at(place));
        }
    }
}
