package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report of a run that a database ended: which statement, what the database said, what was done and not. */
final class Failure {

    private static final int LINES = 12;
    private static final int WIDTH = 160;

    private Failure() {}

    /**
     * @param statement the statement's text, or what stands for it
     * @param rolledBack whether this revision's statements were undone with its transaction
     * @param kept how many of this revision's statements stay done
     * @param done the revisions that were finished before, as far as they are committed
     */
    static LimbeckException report(
            Throwable cause,
            Plan.Step step,
            Optional<Place> origin,
            String statement,
            boolean rolledBack,
            int kept,
            List<Plan.Step> done,
            boolean oneTransaction) {
        StringBuilder way = new StringBuilder();
        way.append(indented(statement)).append('\n');
        way.append(committed(step, done, oneTransaction)).append('\n');
        way.append(own(step, rolledBack, kept)).append('\n');
        way.append(next(step, rolledBack, kept));
        Problem problem = new Problem(
                "statement-failed",
                origin.orElse(Place.file(step.revision().script())),
                message(cause),
                way.toString());
        return new LimbeckException(LimbeckException.Kind.MIGRATION, List.of(problem), cause);
    }

    private static String message(Throwable cause) {
        String text = Optional.ofNullable(cause.getMessage())
                .orElse(cause.getClass().getSimpleName())
                .strip()
                .lines()
                .limit(6)
                .collect(Collectors.joining("\n  "));
        String state = cause instanceof SQLException sql && sql.getSQLState() != null
                ? " (SQLSTATE " + sql.getSQLState() + ")"
                : "";
        return Secrets.masked(text) + state;
    }

    /** The statement, a screen's part of it at most. */
    private static String indented(String statement) {
        List<String> lines = statement.strip().lines().toList();
        String shown = lines.stream()
                .limit(LINES)
                .map(line -> "| " + (line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " …"))
                .collect(Collectors.joining("\n"));
        return lines.size() <= LINES ? shown : shown + "\n| … (" + (lines.size() - LINES) + " more lines)";
    }

    private static String committed(Plan.Step step, List<Plan.Step> done, boolean oneTransaction) {
        String names = done.stream().map(each -> each.revision().id()).collect(Collectors.joining(", "));
        String verb = step.direction() == Direction.DOWNGRADE ? "reverted" : "applied";
        if (done.isEmpty()) {
            return "Nothing was " + verb + " before it.";
        }
        return oneTransaction
                ? "Rolled back with it, as one transaction: " + names + "."
                : "Committed before it: " + names + ".";
    }

    private static String own(Plan.Step step, boolean rolledBack, int kept) {
        String id = step.revision().id();
        if (rolledBack && kept == 0) {
            return "Rolled back: all of " + id + ".";
        }
        String stays = kept + " of " + step.size() + " statements of " + id + " stay done";
        return rolledBack ? stays + ", those behind them were rolled back." : stays + "; the failed one was not.";
    }

    private static String next(Plan.Step step, boolean rolledBack, int kept) {
        String goal = step.direction() == Direction.DOWNGRADE ? "db:downgrade" : "db:migrate";
        return rolledBack && kept == 0
                ? "Mend the script or the data, then run: mvn " + goal
                : "Mend the failed statement or the data, leave those before it as they are, then run: mvn " + goal
                        + " (it goes on behind the last finished statement)";
    }
}
