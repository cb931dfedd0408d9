package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.ScriptRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Folds recorded operations over the schema state, and gathers what is wrong on the way. */
final class Replay {

    private final ScriptRecorder recorder;
    private final Function<Name, Optional<Table>> live;
    private final Map<Name, Table> looked = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param live looks up tables that only raw SQL can have made; answers nothing where no database is at hand
     */
    Replay(ScriptRecorder recorder, Function<Name, Optional<Table>> live) {
        this.recorder = recorder;
        this.live = live;
    }

    /** An operation with the state it meets and the one that it leads to. */
    record Applied(Recorded recorded, Operation operation, Schema before, Schema after) {}

    /** A block's operations with the states they meet, and the state behind them. */
    record Folded(List<Applied> operations, Schema after) {}

    /** All that was wrong so far. */
    List<Problem> problems() {
        return problems;
    }

    /** What was applied, or would be: as far as the history tells, whatever the database holds by now. */
    Folded history(ScriptFile file, Schema before) {
        return fold(recorder.upgrade(file), before.consulting(nobody -> Optional.empty()));
    }

    /**
     * What is to run on the database as it is.
     *
     * @param begun whether an earlier run has done some of it, so that the database is beyond the state before it
     */
    Folded upgrade(ScriptFile file, Schema before, boolean begun) {
        return fold(recorder.upgrade(file), consulting(before, begun));
    }

    Folded downgrade(ScriptFile file, Schema before, boolean begun) {
        return fold(recorder.downgrade(file), consulting(before, begun));
    }

    private Schema consulting(Schema before, boolean begun) {
        return before.consulting(begun ? nobody -> Optional.empty() : this::lookUp);
    }

    /** Operations that were derived rather than written. */
    Folded derived(List<Recorded> recorded, Schema before, boolean begun) {
        Schema state = consulting(before, begun);
        List<Applied> operations = new ArrayList<>();
        for (Recorded each : recorded) {
            try {
                Applied applied = applied(each, state);
                operations.add(applied);
                state = applied.after();
            } catch (Refusal refusal) {
                problems.add(Problem.at(
                        each.site().place(),
                        "irreversible",
                        "undoing this fails: " + refusal.fact(),
                        "Write a downgrade block."));
            }
        }
        return new Folded(operations, state);
    }

    private Folded fold(Recording recording, Schema before) {
        problems.addAll(recording.problems());
        Schema state = before.mentioning(recording.obscured());
        List<Applied> operations = new ArrayList<>();
        for (Recorded recorded : recording.operations()) {
            try {
                Applied applied = applied(recorded, state);
                Schema after = applied.after();
                operations.add(applied);
                boolean unseen = after == applied.before();
                state = unseen ? after.mentioning(Introduced.by(applied.operation())) : after;
            } catch (Refusal refusal) {
                problems.add(refusal.at(place(recorded, refusal)));
                state = afterRefused(recorded.operation(), state);
            }
        }
        return new Folded(operations, state);
    }

    /** The operation upon the state it needs: tables that had to be looked up become part of it. */
    private Applied applied(Recorded recorded, Schema state) {
        looked.clear();
        Operation operation = recorded.operation().resolved(state);
        Schema after = operation.apply(state);
        if (looked.isEmpty()) {
            return new Applied(recorded, operation, state, after);
        }
        Schema wider = state;
        for (Table table : looked.values()) {
            wider = wider.with(table);
        }
        Operation informed = recorded.operation().resolved(wider);
        return new Applied(recorded, informed, wider, informed.apply(wider));
    }

    private Optional<Table> lookUp(Name name) {
        Optional<Table> found = live.apply(name);
        found.ifPresent(table -> looked.put(name, table));
        return found;
    }

    /** The state in which what the user will mend counts as done, so that one mistake is told once. */
    private static Schema afterRefused(Operation operation, Schema before) {
        Schema state = before.mentioning(Introduced.by(operation));
        return operation instanceof DropTable drop ? state.without(drop.table()) : state;
    }

    /** Where a refusal's subject stands in the script. */
    static Place place(Recorded recorded, Refusal refusal) {
        return refusal.subject() == null
                ? recorded.site().place()
                : recorded.site().of(refusal.subject());
    }
}
