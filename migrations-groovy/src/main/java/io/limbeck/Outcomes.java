package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How it went on each of several databases.
 *
 * @param all in the order in which the databases were named, whichever ended first
 */
public record Outcomes<T>(List<Outcome<T>> all, Duration duration) {

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
     * @throws LimbeckException with the problems of all that failed, each behind one that names the database
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
        boolean migrations = false;
        for (Outcome<T> outcome : failed) {
            LimbeckException failure = outcome.failure().orElseThrow();
            migrations |= failure.kind() == LimbeckException.Kind.MIGRATION;
            problems.add(Problem.of(
                    "database-failed",
                    "it failed on database '" + outcome.database() + "', one of " + all.size(),
                    null));
            problems.addAll(failure.problems());
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
