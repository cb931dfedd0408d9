package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.operation.TableChange;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Name;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds where a revision goes on that an earlier run began: behind the last statement that is done. The one behind it may
 * have been on its way when that run ended; whether it took effect, the catalogue is asked.
 */
final class Resumption {

    private final Dialect dialect;
    private final Share.Catalogue catalogue;
    private final Function<Name, List<String>> remains;
    private final Map<String, Begun> begun;
    private final List<Problem> problems;

    /**
     * @param begun what the version table says, by revision
     * @param problems takes what stands in the way
     */
    Resumption(
            Dialect dialect,
            Share.Catalogue catalogue,
            Function<Name, List<String>> remains,
            Map<String, Begun> begun,
            List<Problem> problems) {
        this.remains = remains;
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.begun = begun;
        this.problems = problems;
    }

    /**
     * Where a revision begins.
     *
     * @param done how many of its statements are done; -1 where no earlier run began it
     * @param sweeping what the earlier run's session had been told, and what takes away the remains of the next one
     * @param doubtful whether the next one may still be on its way in the server, though its effect is not there yet
     */
    record Start(int done, List<Statement> sweeping, boolean doubtful) {

        static final Start FRESH = new Start(-1, List.of(), false);
    }

    boolean isBegun(Revision revision) {
        return begun.containsKey(revision.id());
    }

    Start start(Revision revision, List<Assembly.Piece> pieces, Journal journal) {
        Begun row = begun.get(revision.id());
        if (row == null) {
            return Start.FRESH;
        }
        if (!journal.agrees(row)) {
            problems.add(edited(revision, pieces, journal, row));
            return new Start(0, List.of(), false);
        }
        if (row.done() >= pieces.size()) {
            return new Start(row.done(), List.of(), false);
        }
        Assembly.Piece next = pieces.get(row.done());
        List<Statement> sweeping = new ArrayList<>();
        pieces.subList(0, row.done()).stream()
                .filter(piece -> piece.share().isOfSession())
                .forEach(piece -> sweeping.add(piece.statement()));
        sweeping.addAll(sweeping(next));
        if (!row.inFlight()) {
            return new Start(row.done(), sweeping, false);
        }
        if (!journal.goesOnWith(row)) {
            problems.add(
                    undecided(
                            revision,
                            next,
                            row,
                            "was being run when the earlier run ended, and the script says something else there now",
                            "Put it back as it was and run the same again. Or look whether the former one took effect, and say:"));
            return new Start(row.done(), List.of(), false);
        }
        return switch (next.share().outcome(catalogue)) {
            case DONE -> new Start(row.done() + 1, sweeping, false);
            case NOT_DONE -> new Start(row.done(), sweeping, true);
            case HALF_DONE, UNKNOWN -> {
                problems.add(undecided(
                        revision,
                        next,
                        row,
                        "was being run when the earlier run ended, and the catalogue does not tell how it went",
                        "Look whether it took effect, and say:"));
                yield new Start(row.done(), List.of(), false);
            }
        };
    }

    private List<Statement> sweeping(Assembly.Piece next) {
        List<Statement> sweeping = new ArrayList<>();
        next.share()
                .sweeping(catalogue)
                .ifPresent(drop ->
                        sweeping.addAll(dialect.statements(drop, next.share().after())));
        if (next.share().operation() instanceof TableChange change) {
            remains.apply(change.table()).forEach(drop -> sweeping.add(Statement.Sql.of(drop)));
        }
        return sweeping;
    }

    private static Problem undecided(Revision revision, Assembly.Piece next, Begun row, String fact, String way) {
        return Problem.at(
                next.site().place(),
                "in-flight",
                "statement " + (row.done() + 1) + " of " + revision.id() + " " + fact,
                shown(next.statement()) + way + "\n"
                        + "`mvn db:repair -Ddb.assume=applied` if it did, and the next run goes on behind it.\n"
                        + "`mvn db:repair -Ddb.assume=notApplied` if it did not, and the next run begins with it.");
    }

    /** Shape: {@code statement 2 of b2 has run, but the script says something else there now} */
    private static Problem edited(Revision revision, List<Assembly.Piece> pieces, Journal journal, Begun row) {
        int at = Math.min(journal.difference(row), row.done());
        boolean gone = at >= pieces.size() || journal.isRemoved(row, at) && !journal.isInserted(row, at);
        boolean added = !gone && journal.isInserted(row, at);
        String fact = gone
                ? "statement " + (at + 1) + " of " + revision.id()
                        + " has run, but the script does not have it any more"
                : added
                        ? "statement " + (at + 1) + " of " + revision.id()
                                + " is new, but stands before some that have run"
                        : "statement " + (at + 1) + " of " + revision.id()
                                + " has run, but the script says something else there now";
        Place place = at < pieces.size() && !gone ? pieces.get(at).site().place() : Place.file(revision.script());
        String count =
                row.done() == 1 ? "The first statement has run" : "The first " + row.done() + " statements have run";
        return Problem.at(
                place,
                "edited-behind",
                fact,
                Optional.of(at)
                                .filter(index -> index < pieces.size() && !gone)
                                .map(index -> shown(pieces.get(index).statement()))
                                .orElse("")
                        + count + " already; behind them the script may change.\n"
                        + "Put back what has run. Or undo it and begin anew: `mvn db:repair -Ddb.undo=true` with the script"
                        + " as it was.\nIf the database has what the script says now: `mvn db:repair`.");
    }

    private static String shown(Statement statement) {
        return Shown.framed(Shown.text(statement)) + "\n";
    }
}
