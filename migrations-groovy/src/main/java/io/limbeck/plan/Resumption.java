package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.operation.TableChange;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Name;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            problems.add(row.undone().isPresent() ? editedSince(revision) : edited(revision, pieces, journal, row));
            return new Start(0, List.of(), false);
        }
        if (row.done() >= pieces.size()) {
            return new Start(row.done(), List.of(), false);
        }
        Assembly.Piece next = pieces.get(row.done());
        List<Statement> sweeping = sweeping(pieces, row.done());
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

    /**
     * Where the undo of an upgrade begins, or goes on.
     *
     * @param half the upgrade as far as it was done, on the way back
     * @param done how many of the upgrade's statements were done
     */
    Start undo(HalfWay half, int done) {
        Begun row = begun.get(half.revision().id());
        List<Assembly.Piece> upgrade = half.upgrade();
        Start own = row.undone().isEmpty() ? Start.FRESH : start(half.revision(), half.statements(), half.journal());
        int undone = Math.max(own.done(), 0);
        Set<Statement> remains = new LinkedHashSet<>(remains(upgrade, done));
        remains.addAll(remains(half.statements(), undone));
        List<Statement> sweeping = new ArrayList<>(saidAgain(upgrade, half.before(done)));
        sweeping.addAll(saidAgain(half.statements(), undone));
        sweeping.addAll(remains);
        return new Start(own.done(), sweeping, own.doubtful());
    }

    /**
     * How many statements of an upgrade there are to undo. An index that the next one has begun to drop is of no use any
     * more, so that it counts as dropped and is made again.
     */
    int toUndo(HalfWay half) {
        int done = start(half.revision(), half.statements(), half.journal()).done();
        boolean broken = done < half.statements().size()
                && half.statements().get(done).share().leftBroken(catalogue);
        return broken ? done + 1 : done;
    }

    private List<Statement> sweeping(List<Assembly.Piece> pieces, int done) {
        List<Statement> sweeping = new ArrayList<>(saidAgain(pieces, done));
        sweeping.addAll(remains(pieces, done));
        return sweeping;
    }

    /** What the first statements told a session that has ended. */
    private static List<Statement> saidAgain(List<Assembly.Piece> pieces, int done) {
        return pieces.subList(0, done).stream()
                .filter(piece -> piece.share().isOfSession())
                .map(Assembly.Piece::statement)
                .toList();
    }

    /**
     * Takes away what a broken off statement has left. An index may have been left by one that stands further behind by
     * now, since others were put before it so that it can succeed.
     */
    private List<Statement> remains(List<Assembly.Piece> pieces, int done) {
        Set<Statement> sweeping = new LinkedHashSet<>();
        for (Assembly.Piece piece : pieces.subList(done, pieces.size())) {
            piece.share()
                    .sweeping(catalogue)
                    .ifPresent(drop -> sweeping.addAll(
                            dialect.statements(drop, piece.share().after())));
        }
        if (done < pieces.size() && pieces.get(done).share().operation() instanceof TableChange change) {
            remains.apply(change.table()).forEach(drop -> sweeping.add(Statement.Sql.of(drop)));
        }
        return List.copyOf(sweeping);
    }

    private static Problem undecided(Revision revision, Assembly.Piece next, Begun row, String fact, String way) {
        boolean undo = row.undone().isPresent();
        return Problem.at(
                next.site().place(),
                "in-flight",
                "statement " + (row.done() + 1) + " of " + (undo ? "the undo of " : "") + revision.id() + " " + fact,
                shown(next.statement()) + way + "\n"
                        + "`mvn db:repair -Ddb.assume=applied` if it did, and the next run goes on behind it.\n"
                        + "`mvn db:repair -Ddb.assume=notApplied` if it did not, and the next run begins with it."
                        + (undo ? "\nThat run is `mvn db:repair -Ddb.undo=true` again." : ""));
    }

    private static Problem editedSince(Revision revision) {
        return Problem.at(
                Place.file(revision.script()),
                "edited-behind",
                "the script of '" + revision.id() + "' has changed since its undo began",
                "Put back what has run, and let the undo end: `mvn db:repair -Ddb.undo=true`.\n"
                        + "If the database has what the script says now, say `mvn db:repair` first.");
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
