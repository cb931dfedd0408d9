package io.limbeck.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.operation.Data;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import java.util.List;

/** The laws that hold for every golden case that is not refused. */
final class Laws {

    private Laws() {}

    static void check(GoldenCase golden, Outcome outcome) {
        if (!outcome.problems().isEmpty()) {
            return;
        }
        if (outcome.obstacle().isEmpty() && outcome.backwardRefusals().isEmpty()) {
            assertThat(outcome.restored().sameAs(outcome.setupState()))
                    .as("inverse on %s: %s, not %s", outcome.dialect(), outcome.restored(), outcome.setupState())
                    .isTrue();
        }
        Recorder recorder = new Recorder(Dialects.of(outcome.dialect()), new GoldenFiles(golden.files()));
        outcome.recorded().stream()
                .filter(operation -> !(operation instanceof Data))
                .forEach(operation -> readsBack(recorder, outcome, operation));
        outcome.steps().stream()
                .filter(step -> !(step.operation() instanceof Data))
                .forEach(step -> readsBackInState(recorder, outcome, step));
    }

    /** One operation that prints as one call reads back equal. */
    private static void readsBack(Recorder recorder, Outcome outcome, Operation operation) {
        List<Operation> read = read(recorder, outcome, operation);
        if (read.size() == 1) {
            assertThat(read.get(0))
                    .as("print and read on %s: %s", outcome.dialect(), operation.script())
                    .isEqualTo(operation);
        }
    }

    /** What an operation prints does the same to the state. */
    private static void readsBackInState(Recorder recorder, Outcome outcome, Outcome.Step step) {
        Schema direct = step.operation().apply(step.before());
        Schema printed = step.before();
        for (Operation each : read(recorder, outcome, step.operation())) {
            printed = each.resolved(printed).apply(printed);
        }
        assertThat(printed.sameAs(direct))
                .as(
                        "printed on %s: %s\n%s\nnot %s",
                        outcome.dialect(), step.operation().script(), printed, direct)
                .isTrue();
    }

    private static List<Operation> read(Recorder recorder, Outcome outcome, Operation operation) {
        Recording recording = recorder.recording(operation.script());
        assertThat(recording.problems())
                .as("problems of what is printed on %s: %s", outcome.dialect(), operation.script())
                .isEmpty();
        return recording.operations().stream().map(Recorded::operation).toList();
    }
}
