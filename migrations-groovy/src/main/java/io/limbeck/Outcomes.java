package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How it went on each of several databases.
 *
 * @param all in the order in which the databases were named, whichever ended first
 */
public record Outcomes<T>(List<Outcome<T>> all, Duration duration) {

    /** How many failures one exception tells of in full. */
    private static final int TOLD = 10;

    public Outcomes {
        all = List.copyOf(all);
    }

    public List<Outcome<T>> failed() {
        return all.stream().filter(Outcome::isFailure).toList();
    }

    /** Those that did not fail. */
    public List<Outcome<T>> done() {
        return all.stream().filter(outcome -> !outcome.isFailure()).toList();
    }

    /**
     * What each database answered.
     *
     * @throws LimbeckException with the problems of those that failed, each behind one that names the database; where many
     *     failed, the last ones are only named
     */
    public List<T> orThrow() {
        List<Outcome<T>> failed = failed();
        if (!failed.isEmpty()) {
            throw failure(failed);
        }
        return all.stream().map(outcome -> outcome.answer().orElseThrow()).toList();
    }

    private LimbeckException failure(List<Outcome<T>> failed) {
        List<Problem> problems = new ArrayList<>();
        boolean migrations = failed.stream()
                .anyMatch(outcome -> outcome.failure().orElseThrow().kind() == LimbeckException.Kind.MIGRATION);
        List<Outcome<T>> told = failed.subList(0, Math.min(TOLD, failed.size()));
        for (Outcome<T> outcome : told) {
            LimbeckException failure = outcome.failure().orElseThrow();
            problems.add(Problem.of(
                    "database-failed",
                    "it failed on database '" + outcome.database() + "', one of " + all.size(),
                    null));
            problems.addAll(failure.problems());
        }
        if (failed.size() > TOLD) {
            problems.add(Problem.of(
                    "database-failed",
                    "it failed on " + (failed.size() - TOLD) + " more: "
                            + failed.stream().skip(TOLD).map(Outcome::database).collect(Collectors.joining(", ")),
                    null));
        }
        LimbeckException whole = new LimbeckException(
                migrations ? LimbeckException.Kind.MIGRATION : LimbeckException.Kind.SETUP,
                problems,
                failed.get(0).failure().orElseThrow());
        failed.stream()
                .skip(1)
                .forEach(outcome -> whole.addSuppressed(outcome.failure().orElseThrow()));
        return whole;
    }
}
