package io.limbeck.maven;

import io.limbeck.Outcome;
import io.limbeck.Outcomes;
import io.limbeck.error.LimbeckException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how a goal went on each of several databases: as they end, and all of them at the end. */
final class EachReport<T> {

    private static final int NAMES = 10;

    private final EachMojo<T> goal;
    private final List<String> quiet = new ArrayList<>();

    EachReport(EachMojo<T> goal) {
        this.goal = goal;
    }

    /** Shape: {@code eu: 3 revisions in 1.2 s; the database is at a1b2.}, or the name above several lines. */
    void finished(Outcome<T> outcome) {
        String name = outcome.database() + ": ";
        outcome.failure().ifPresent(failure -> goal.output().warning(name + first(failure)));
        outcome.answer().ifPresent(answer -> {
            List<String> lines = goal.lines(answer);
            if (goal.isQuiet(answer)) {
                quiet.add(outcome.database());
            } else if (lines.size() == 1) {
                goal.output().line(name + lines.get(0));
            } else {
                goal.output().line(name.strip());
                lines.forEach(line -> goal.output().line("  " + line));
            }
        });
    }

    private String first(LimbeckException failure) {
        String fact = failure.problems().get(0).fact();
        return goal.shown(fact.lines().findFirst().orElse(fact));
    }

    /**
     * @throws LimbeckException with what went wrong on each that failed
     */
    void tell(Outcomes<T> outcomes) {
        if (!quiet.isEmpty()) {
            goal.output().line("Nothing to do: " + names(quiet) + ".");
        }
        goal.output().line(sentence(outcomes));
        goal.output().document(document(outcomes));
        outcomes.orThrow();
    }

    /** Shape: {@code eu, us and 3 more} */
    static String names(List<String> names) {
        String shown = names.stream().sorted().limit(NAMES).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? shown : shown + " and " + (names.size() - NAMES) + " more";
    }

    /** Shapes: {@code 3 databases in 1.2 s.}, {@code 3 databases in 1.2 s; 1 failed: asia.} */
    private String sentence(Outcomes<T> outcomes) {
        List<String> failed = outcomes.failed().stream().map(Outcome::database).toList();
        return Texts.count(outcomes.all().size(), "database") + " in " + Durations.text(outcomes.duration())
                + (failed.isEmpty() ? "." : "; " + failed.size() + " failed: " + names(failed) + ".");
    }

    private Map<String, Object> document(Outcomes<T> outcomes) {
        Map<String, Object> document = Documents.document(goal.goal());
        document.put("durationMs", outcomes.duration().toMillis());
        document.put("failed", outcomes.failed().stream().map(Outcome::database).toList());
        document.put("databases", outcomes.all().stream().map(this::one).toList());
        return document;
    }

    private Map<String, Object> one(Outcome<T> outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("database", outcome.database());
        object.put("durationMs", outcome.duration().toMillis());
        outcome.answer()
                .ifPresent(answer -> goal.document(answer).forEach((key, value) -> {
                    if (!key.equals("goal") && !key.equals("database")) {
                        object.put(key, value);
                    }
                }));
        outcome.failure()
                .ifPresent(failure -> object.put(
                        "problems",
                        failure.problems().stream()
                                .map(problem -> Documents.problem(problem, goal::shown))
                                .toList()));
        return object;
    }
}
