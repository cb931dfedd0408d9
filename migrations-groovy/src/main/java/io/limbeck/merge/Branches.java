package io.limbeck.merge;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.plan.History;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptRecorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The branches that some revisions end, as their scripts record them. */
public final class Branches {

    private final History history;
    private final ScriptRecorder recorder;
    private final Map<String, List<Recorded>> recorded = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public Branches(History history, ScriptRecorder recorder) {
        this.history = history;
        this.recorder = recorder;
    }

    /**
     * Compares every two of the branches: what one revision stands on and the other does not, with the reverse, from the
     * state of what both stand on.
     *
     * @param ends the revisions to be merged
     * @return the clashes of all pairs, each once
     * @throws LimbeckException when scripts cannot be recorded, with all that is wrong
     */
    public List<Clash> clashes(List<Revision> ends) {
        Set<Clash> clashes = new LinkedHashSet<>();
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                clashes.addAll(compare(ends.get(i), ends.get(j)).clashes());
            }
        }
        return List.copyOf(clashes);
    }

    /** Compares two branches. */
    public Comparison compare(Revision one, Revision other) {
        List<Revision> left = history.graph().ancestors(List.of(one.id()));
        List<Revision> right = history.graph().ancestors(List.of(other.id()));
        List<Revision> common =
                left.stream().filter(Set.copyOf(right)::contains).toList();
        List<Recorded> before = operations(common, List.of());
        List<Recorded> leftOnly = operations(left, common);
        List<Recorded> rightOnly = operations(right, common);
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        Schema ancestor = Schema.EMPTY;
        for (Recorded operation : before) {
            ancestor = Commutation.Outcome.of(operation, ancestor).state().orElse(ancestor);
        }
        return Commutation.compare(ancestor, leftOnly, rightOnly);
    }

    private List<Recorded> operations(List<Revision> revisions, List<Revision> without) {
        Set<Revision> left = Set.copyOf(without);
        return revisions.stream()
                .filter(revision -> !left.contains(revision))
                .flatMap(revision -> recorded.computeIfAbsent(revision.id(), id -> record(revision)).stream())
                .toList();
    }

    private List<Recorded> record(Revision revision) {
        Recording recording = recorder.upgrade(history.script(revision));
        problems.addAll(recording.problems());
        return recording.operations();
    }
}
