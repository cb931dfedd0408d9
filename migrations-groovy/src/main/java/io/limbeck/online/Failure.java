package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Shown;
import io.limbeck.revision.Direction;
import io.limbeck.sql.Statement;
import io.limbeck.thrown.Thrown;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/**
 * The report of a run that a database ended: which statement, what the database said, what was done and not.
 *
 * @param done the revisions that were finished before
 */
record Failure(Plan.Step step, Plan.Part part, List<Plan.Step> done, Surroundings surroundings) {

    /** The transaction that the whole run is part of. */
    enum Surroundings {
        /** None: each revision has its own. */
        NONE,
        /** One around the run, which is rolled back. */
        ONE_TRANSACTION,
        /** One that somebody else has opened and will end. */
        JOINED
    }

    /** What became of the statement. */
    enum Fate {
        /** The server refused it. */
        REFUSED,
        /** Whoever sent it gave up waiting, and the server may yet have done it. */
        UNHEARD,
        /** The connection went with it. */
        LOST
    }

    private static final int MESSAGE_LINES = 5;
    private static final int MESSAGE_WIDTH = 400;
    private static final int DEEPEST = 50;

    /** Classes of SQLSTATEs that no script is to blame for: insufficient resources, and errors of the system. */
    private static final Pattern SERVERS_OWN = Pattern.compile("53|58");

    private static final String CONNECTION_LOST = "connection-lost";
    private static final String LOST = "the connection to the database was lost: ";

    /**
     * @param kept how many of this revision's statements stay done
     * @param finished how many were done when this one failed
     * @param rolledBack whether the transaction that the statement ran in was rolled back
     */
    LimbeckException report(Throwable failure, Fate fate, int kept, int finished, boolean rolledBack) {
        Throwable cause = unwrapped(failure);
        Place place = place(failure);
        boolean unknown = fate != Fate.REFUSED
                && (rolledBack
                        ? part.statement() instanceof Statement.Commit
                        : part.site().isPresent());
        String way = Stream.of(
                        statement(place, finished),
                        surroundings == Surroundings.JOINED ? joined() : outcome(kept, finished, rolledBack, unknown),
                        remedy(fate, cause, kept == 0 && rolledBack) + next(kept, rolledBack, unknown))
                .collect(Collectors.joining("\n"));
        Problem problem = fate == Fate.LOST
                ? new Problem(CONNECTION_LOST, place, LOST + message(cause), way)
                : new Problem("statement-failed", place, message(cause), way);
        return new LimbeckException(LimbeckException.Kind.MIGRATION, List.of(problem), cause);
    }

    /** The connection broke before the first revision began. */
    static LimbeckException lost(SQLException cause) {
        return new LimbeckException(
                LimbeckException.Kind.MIGRATION,
                List.of(Problem.of(
                        CONNECTION_LOST,
                        LOST + message(cause),
                        "No revision had begun. Once the database can be reached again, run the same.")),
                cause);
    }

    /** What a database said, somewhere below what code made of it. */
    static Optional<SQLException> ofDatabase(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** The statement's place; for code, the line within it that the failure came from. */
    private Place place(Throwable failure) {
        Place file = Place.file(step.revision().script());
        if (part.site().isEmpty()) {
            return file;
        }
        Optional<Integer> line = Optional.empty();
        if (part.statement() instanceof Statement.Code code) {
            String script = code.closure().getClass().getName().split("\\$", 2)[0];
            line = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                    .flatMap(each -> Arrays.stream(each.getStackTrace()))
                    .filter(frame ->
                            frame.getClassName().split("\\$", 2)[0].equals(script) && frame.getLineNumber() > 0)
                    .map(StackTraceElement::getLineNumber)
                    .findFirst();
        }
        return line.map(part.site().get()::line).orElseGet(part.site().get()::place);
    }

    private static String message(Throwable cause) {
        String text = Optional.ofNullable(cause.getMessage()).orElse("").strip();
        String named = cause instanceof SQLException || cause instanceof LimbeckException ? text : Thrown.words(cause);
        String state = cause instanceof SQLException sql && sql.getSQLState() != null
                ? " (SQLSTATE " + sql.getSQLState() + ")"
                : "";
        return Secrets.masked(named.lines()
                        .limit(MESSAGE_LINES)
                        .map(line -> Shown.cut(line, MESSAGE_WIDTH))
                        .collect(Collectors.joining("\n  ")))
                + state;
    }

    /**
     * Which of the revision's statements it is, and a screen's part of its text at most. Shape:
     *
     * <pre>
     * Statement 2 of 5 of 4be96d03c1fc:
     * | ALTER TABLE account ADD CONSTRAINT uq_account_email UNIQUE (email)
     * </pre>
     */
    private String statement(Place place, int finished) {
        String text = Shown.text(part.statement()).strip();
        if (part.site().isEmpty()) {
            return Shown.framed(text);
        }
        String which = "Statement " + (finished + 1) + " of " + step.size() + " of "
                + step.revision().id();
        return place.text().contains(text) ? which + "." : which + ":\n" + Shown.framed(text);
    }

    private String joined() {
        return "It ran in a transaction of the caller, which is the caller's to roll back"
                + (done.isEmpty() ? "." : ", together with " + names() + ".");
    }

    private String outcome(int kept, int finished, boolean rolledBack, boolean unknown) {
        return before() + "\n" + own(kept, finished, rolledBack, unknown);
    }

    private String before() {
        String verb = step.direction() == Direction.DOWNGRADE ? "reverted" : "applied";
        if (done.isEmpty()) {
            return "Nothing was " + verb + " before it.";
        }
        return surroundings == Surroundings.ONE_TRANSACTION
                ? "Rolled back with it, as one transaction: " + names() + "."
                : "Committed before it: " + names() + ".";
    }

    private String names() {
        List<String> ids = done.stream().map(each -> each.revision().id()).toList();
        int hidden = ids.size() - 10;
        return hidden <= 0
                ? String.join(", ", ids)
                : ids.get(0) + " and " + (ids.size() - 2) + " more, up to " + ids.get(ids.size() - 1);
    }

    private String own(int kept, int finished, boolean rolledBack, boolean unknown) {
        String id = step.revision().id();
        if (rolledBack && kept == 0) {
            return unknown ? "Whether " + id + " was committed is not known." : "Rolled back: all of " + id + ".";
        }
        String stays =
                kept + " of " + step.size() + " statements of " + id + (kept == 1 ? " stays" : " stay") + " done";
        if (unknown) {
            return stays
                    + (rolledBack
                            ? "; whether those behind were committed is not known."
                            : "; how the failed one went is not known.");
        }
        return finished > kept
                ? stays + "; the " + (finished - kept) + " behind were rolled back."
                : stays + (part.site().isPresent() ? "; the failed one was not." : ".");
    }

    /** @param whole whether nothing of the revision is left, so that all of its script may change */
    private String remedy(Fate fate, Throwable cause, boolean whole) {
        if (fate == Fate.LOST) {
            return "Once the database can be reached again, run: ";
        }
        if (cause instanceof SQLException sql
                && sql.getSQLState() != null
                && SERVERS_OWN.matcher(sql.getSQLState()).lookingAt()) {
            return "Let the server have what it lacks, then run: ";
        }
        return whole || surroundings == Surroundings.JOINED
                ? "Mend the script or the data, then run: "
                : "Mend the failed statement or the data, leave those before it as they are, then run: ";
    }

    private String next(int kept, boolean rolledBack, boolean unknown) {
        String goal = "mvn " + (step.direction() == Direction.DOWNGRADE ? "db:downgrade" : "db:migrate");
        if (surroundings == Surroundings.JOINED || kept == 0 && rolledBack && !unknown) {
            return goal;
        }
        return goal + "\n"
                + (unknown
                        ? "It looks how that went, and goes on behind it."
                        : "It goes on behind the last finished statement.");
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof InvokerInvocationException
                        || cause instanceof UndeclaredThrowableException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof BatchUpdateException batch && batch.getNextException() != null) {
            return batch.getNextException();
        }
        return cause;
    }
}
