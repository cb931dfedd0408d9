package io.limbeck.squash;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.Creation;
import io.limbeck.operation.Data;
import io.limbeck.operation.DeleteFile;
import io.limbeck.operation.InsertFile;
import io.limbeck.operation.Irreversible;
import io.limbeck.operation.Operation;
import io.limbeck.plan.History;
import io.limbeck.revision.Revision;
import io.limbeck.revision.RevisionGraph;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptRecorder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out what stands for a range of revisions: where it begins the history, the operations that create its schema
 * state and then those on rows, in order; else, or where rows or raw SQL forbid that, all operations in order.
 */
public final class Squash {

    private final History history;
    private final RevisionGraph graph;
    private final ScriptRecorder recorder;
    private final List<Problem> problems = new ArrayList<>();

    /** An operation and the state that it meets. */
    private record Step(Recorded recorded, Schema before) {}

    public Squash(History history, ScriptRecorder recorder) {
        this.history = history;
        this.graph = history.graph();
        this.recorder = recorder;
    }

    /**
     * @param range the revisions to replace, ancestors first: whatever lies between two of them is among them
     * @throws LimbeckException when they cannot be replaced, with all reasons
     */
    public Squashed of(List<Revision> range) {
        Set<String> members = range.stream().map(Revision::id).collect(Collectors.toSet());
        requireOneWayOut(range, members);
        List<Revision> ground = graph.ancestors(members).stream()
                .filter(revision -> !members.contains(revision.id()))
                .toList();
        Schema before = after(steps(ground, Schema.EMPTY), Schema.EMPTY);
        List<Step> steps = steps(range, before);
        Schema end = after(steps, before);
        steps.stream()
                .filter(step -> step.recorded().operation() instanceof Data)
                .forEach(step -> problem(step, "code cannot be carried over as text"));
        steps.stream()
                .filter(step -> step.recorded().operation() instanceof InsertFile
                        || step.recorded().operation() instanceof DeleteFile)
                .forEach(step -> requireSameFolder(step, range));
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        List<Problem> uncondensed = new ArrayList<>();
        List<Recorded> operations = ground.isEmpty() ? condensed(steps, end, uncondensed) : List.of();
        if (!ground.isEmpty() || !uncondensed.isEmpty()) {
            operations = steps.stream().map(Step::recorded).toList();
        }
        requireSame(before, operations, end, range);
        return new Squashed(
                range,
                outside(
                        range.stream()
                                .flatMap(revision -> revision.down().stream())
                                .toList(),
                        members),
                needs(range, members),
                range.stream().flatMap(revision -> revision.labels().stream()).toList(),
                operations.stream().map(Squash::script).toList(),
                uncondensed);
    }

    private void requireOneWayOut(List<Revision> range, Set<String> members) {
        List<Revision> ends = range.stream()
                .filter(revision ->
                        graph.children(revision.id()).stream().noneMatch(child -> members.contains(child.id())))
                .toList();
        for (Revision revision : range) {
            for (Revision child : graph.children(revision.id())) {
                if (!members.contains(child.id()) && !(ends.size() == 1 && ends.contains(revision))) {
                    problems.add(Problem.at(
                            child.place(),
                            "leaves-range",
                            "revision '" + child.id() + "' leaves the range in the middle, at '" + revision.id() + "'",
                            "Squash up to '" + revision.id() + "', or a range that holds '" + child.id()
                                    + "' as well."));
                }
            }
        }
        if (range.size() < 2) {
            throw LimbeckException.migration(Problem.of(
                    "nothing-to-squash",
                    "a squash replaces two revisions or more",
                    "Name a range such as -Ddb.range=base:heads; `mvn db:history` shows the revisions."));
        }
    }

    private void requireSameFolder(Step step, List<Revision> range) {
        boolean one = range.stream()
                        .map(revision -> history.script(revision).folder())
                        .distinct()
                        .count()
                == 1;
        if (!one) {
            problem(step, "the file lies beside its own script, and the scripts of the range lie in several folders");
        }
    }

    private void problem(Step step, String why) {
        problems.add(Problem.at(
                step.recorded().site().place(),
                "not-squashable",
                "this cannot be squashed: " + why,
                "Squash the revisions before it and those behind it."));
    }

    private List<Step> steps(List<Revision> revisions, Schema before) {
        List<Step> steps = new ArrayList<>();
        Schema state = before;
        for (Revision revision : revisions) {
            Recording recording = recorder.upgrade(history.script(revision));
            problems.addAll(recording.problems());
            for (Recorded recorded : recording.operations()) {
                try {
                    Operation operation = recorded.operation().resolved(state);
                    Recorded resolved = recorded.instead(operation);
                    steps.add(new Step(resolved, state));
                    state = operation.apply(state);
                } catch (Refusal refusal) {
                    problems.add(refusal.at(recorded.site().place()));
                }
            }
        }
        return steps;
    }

    private static Schema after(List<Step> steps, Schema before) {
        return steps.isEmpty()
                ? before
                : last(steps).recorded().operation().apply(last(steps).before());
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private static List<Recorded> condensed(List<Step> steps, Schema end, List<Problem> uncondensed) {
        List<Name> views = new ArrayList<>();
        List<Recorded> rows = new ArrayList<>();
        for (Step step : steps) {
            Operation operation = step.recorded().operation();
            if (operation instanceof CreateView create) {
                views.remove(create.view().name());
                views.add(create.view().name());
            }
            if (Carried.isOnRows(operation)) {
                Optional<String> obstacle = Carried.obstacle(step.recorded(), step.before(), end);
                obstacle.ifPresent(why -> uncondensed.add(Problem.at(
                        step.recorded().site().place(),
                        "not-condensed",
                        "all operations are kept as they are: " + why,
                        null)));
                rows.add(step.recorded());
            }
        }
        Recorded any = steps.isEmpty() ? null : steps.get(0).recorded();
        List<Recorded> operations = new ArrayList<>();
        Creation.of(end, views).forEach(operation -> operations.add(new Recorded(operation, any.site(), false)));
        operations.addAll(rows);
        return operations;
    }

    /** The proof: the same schema state, or no squash. */
    private static void requireSame(Schema before, List<Recorded> operations, Schema end, List<Revision> range) {
        Schema state = before;
        for (Recorded recorded : operations) {
            state = recorded.operation().resolved(state).apply(state);
        }
        if (!state.sameAs(end)) {
            throw LimbeckException.migration(Problem.at(
                    range.get(0).place(),
                    "squash-differs",
                    "the squash does not lead to the schema state of the range",
                    "Squash a smaller range, and report this."));
        }
    }

    private static String script(Recorded recorded) {
        String script = recorded.operation().script();
        return recorded.autocommit() && !(recorded.operation() instanceof Irreversible)
                ? "autocommit {\n    " + script.replace("\n", "\n    ") + "\n}"
                : script;
    }

    private static List<String> outside(List<String> ids, Set<String> members) {
        return ids.stream().filter(id -> !members.contains(id)).distinct().toList();
    }

    private List<String> needs(List<Revision> range, Set<String> members) {
        Set<String> needs = new LinkedHashSet<>();
        for (Revision revision : range) {
            graph.dependencies(revision.id()).stream()
                    .map(Revision::id)
                    .filter(id -> !members.contains(id))
                    .forEach(needs::add);
        }
        return List.copyOf(needs);
    }
}
