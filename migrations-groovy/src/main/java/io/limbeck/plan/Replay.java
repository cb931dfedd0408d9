package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.ScriptRecorder;
import java.util.ArrayList;
import java.util.List;

/** Folds recorded operations over the schema state, and gathers what is wrong on the way. */
final class Replay {

    private final ScriptRecorder recorder;
    private final List<Problem> problems = new ArrayList<>();

    Replay(ScriptRecorder recorder) {
        this.recorder = recorder;
    }

    /** An operation with the state it meets. */
    record Applied(Recorded recorded, Operation operation, Schema before) {}

    /** A block's operations with the states they meet, and the state behind them. */
    record Folded(List<Applied> operations, Schema after) {}

    /** All that was wrong so far. */
    List<Problem> problems() {
        return problems;
    }

    Folded upgrade(ScriptFile file, Schema before) {
        return fold(recorder.upgrade(file), before);
    }

    Folded downgrade(ScriptFile file, Schema before) {
        return fold(recorder.downgrade(file), before);
    }

    private Folded fold(Recording recording, Schema before) {
        problems.addAll(recording.problems());
        Schema state = before.mentioning(recording.obscured());
        List<Applied> operations = new ArrayList<>();
        for (Recorded recorded : recording.operations()) {
            try {
                Operation operation = recorded.operation().resolved(state);
                Schema after = operation.apply(state);
                operations.add(new Applied(recorded, operation, state));
                state = after;
            } catch (Refusal refusal) {
                problems.add(refusal.at(place(recorded, refusal)));
                state = state.mentioning(names(recorded.operation()));
            }
        }
        return new Folded(operations, state);
    }

    /** Where a refusal's subject stands in the script. */
    static Place place(Recorded recorded, Refusal refusal) {
        return refusal.subject() == null
                ? recorded.site().place()
                : recorded.site().of(refusal.subject());
    }

    /** The names that an operation speaks of, so that its failure does not make later ones fail too. */
    private static List<String> names(Operation operation) {
        List<String> names = new ArrayList<>();
        java.util.regex.Matcher quoted =
                java.util.regex.Pattern.compile("'([^']+)'").matcher(operation.script());
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }
}
