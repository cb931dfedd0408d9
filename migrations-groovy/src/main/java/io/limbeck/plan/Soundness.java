package io.limbeck.plan;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tells all that is wrong at once, so that nothing is planned where anything is. */
final class Soundness {

    /** What a dialect says when it needs facts that nobody knows, be it for a mistake further up. */
    static final String UNKNOWN = "unknown-column";

    private Soundness() {}

    /** @throws LimbeckException with every problem, if there is one */
    static void require(Replay replay, Rendering rendering) {
        boolean clear = replay.problems().isEmpty();
        List<Problem> problems = Stream.concat(
                        replay.problems().stream(),
                        rendering.problems().stream()
                                .filter(problem -> clear || !problem.code().equals(UNKNOWN)))
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(ordered(problems));
        }
    }

    /** The problems of each script from top to bottom, the scripts in the order of their first problems. */
    static List<Problem> ordered(List<Problem> problems) {
        List<String> scripts =
                problems.stream().map(Soundness::script).distinct().toList();
        return problems.stream()
                .sorted(Comparator.<Problem>comparingInt(problem -> scripts.indexOf(script(problem)))
                        .thenComparingInt(
                                problem -> problem.place().map(Place::line).orElse(0))
                        .thenComparingInt(
                                problem -> problem.place().map(Place::column).orElse(0)))
                .toList();
    }

    private static String script(Problem problem) {
        return problem.place().map(Place::source).orElse("");
    }
}
