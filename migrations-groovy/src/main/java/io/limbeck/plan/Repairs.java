package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.dsl.Recorded;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What mends the version table, and what takes back the statements of a revision that is half-way. */
public final class Repairs {

    private final VersionRows rows;
    private final Dialect dialect;
    private final Planner.Live live;
    private final Share.Catalogue catalogue;
    private final Replay replay;
    private final Framing framing;
    private final Function<Revision, VersionRows.RowFacts> facts;

    Repairs(
            VersionRows rows,
            Dialect dialect,
            Planner.Live live,
            Replay replay,
            Framing framing,
            Function<Revision, VersionRows.RowFacts> facts) {
        this.rows = rows;
        this.dialect = dialect;
        this.live = live;
        this.catalogue = live.parts()::apply;
        this.replay = replay;
        this.framing = framing;
        this.facts = facts;
    }

    /** Lets the script as it is now count as what was applied. */
    public Statement accepted(Revision revision) {
        return rows.accepted(facts.apply(revision));
    }

    /** Takes a row out. */
    public Statement removed(String revision) {
        return rows.delete(revision);
    }

    /**
     * Mends the row of what is half-way: one of which nothing is done goes, or is applied as before; where the script was
     * edited, what it says now counts as done. Empty where nothing is wrong with the row.
     */
    public Optional<Statement> mended(HalfWay half, Begun row) {
        String id = half.revision().id();
        int size = half.statements().size();
        if (!half.journal().agrees(row)) {
            int done = Math.min(row.done(), size);
            String journal = row.inFlight() && done < size
                    ? half.journal().during(done)
                    : half.journal().after(done);
            return Optional.of(
                    half.isDown()
                            ? rows.resized(id, size, done, journal)
                            : rows.resumed(facts.apply(half.revision()), size, done, journal));
        }
        return isUntouched(half, row)
                ? Optional.of(half.isDown() ? rows.restored(id, half.size()) : rows.delete(id))
                : Optional.empty();
    }

    /** Whether nothing of it is done for sure. */
    public boolean isUntouched(HalfWay half, Begun row) {
        List<Assembly.Piece> pieces = half.statements();
        return row.done() == 0
                && (!row.inFlight()
                        || half.journal().goesOnWith(row)
                                && pieces.get(0).share().outcome(catalogue) == Share.Outcome.NOT_DONE);
    }

    /** Whether the statements that are done are others in the script now. */
    public boolean isEdited(HalfWay half, Begun row) {
        return !half.journal().agrees(row);
    }

    /**
     * Takes the user's word for how the statement went that was being run.
     *
     * @throws LimbeckException where no statement is in question
     */
    public Statement assumed(HalfWay half, Begun row, boolean applied) {
        String id = half.revision().id();
        if (!row.inFlight()) {
            throw LimbeckException.migration(Problem.of(
                    "nothing-in-question",
                    "no statement of '" + id + "' is in question: how the last one went is known",
                    "Run it again, and it goes on behind the last finished statement."));
        }
        if (!half.journal().agrees(row) || applied && !half.journal().goesOnWith(row)) {
            throw LimbeckException.migration(Problem.of(
                    "edited-behind",
                    "the script of '" + id + "' does not say any more what was being run",
                    "Put it back as it was first; once the next run has gone on, the rest may change."));
        }
        int done = row.done() + (applied ? 1 : 0);
        int size = half.statements().size();
        if (done == size) {
            return half.isDown() ? rows.delete(id) : rows.finished(id, size);
        }
        return rows.done(id, done, half.journal().after(done));
    }

    /**
     * Takes back what is done of an upgrade, last operation first, so that the revision was never begun. What an earlier
     * try has taken back already is left out, as the catalogue tells.
     *
     * @throws LimbeckException where something cannot be undone, before anything is
     */
    public Plan undone(HalfWay half, Begun row, Set<String> heads) {
        Rendering rendering = new Rendering(dialect, framing);
        if (half.isDown()) {
            throw LimbeckException.migration(Problem.of(
                    "irreversible",
                    "revision '" + half.revision().id() + "' is half reverted, and what was dropped has lost its rows",
                    "Finish it: `mvn db:downgrade`."));
        }
        Resumption resumption = new Resumption(
                dialect, catalogue, live.remains(), Map.of(half.revision().id(), row), rendering.problems());
        Resumption.Start start = resumption.start(half.revision(), half.statements(), half.journal());
        Planner.requireSound(replay, rendering);
        List<Plan.Part> parts = new ArrayList<>();
        parts.add(Plan.Part.own(new Statement.Remark("undo " + half.revision().id())));
        start.sweeping().forEach(statement -> parts.add(Plan.Part.own(statement)));
        int size = undo(half, start.done(), rendering, parts);
        parts.add(Plan.Part.own(rows.delete(half.revision().id())));
        Planner.requireSound(replay, rendering);
        Plan.Step step = new Plan.Step(half.revision(), Direction.DOWNGRADE, parts, size);
        return new Plan(Direction.DOWNGRADE, List.of(), List.of(step), heads, heads, false, List.of());
    }

    private int undo(HalfWay half, int done, Rendering rendering, List<Plan.Part> parts) {
        int last = -1;
        while (last + 1 < half.groups().size() && half.before(last + 1) < done) {
            last++;
        }
        if (last < 0) {
            return 0;
        }
        List<Replay.Applied> top = half.groups().get(last).operations();
        Replay.Applied newest = top.get(top.size() - 1);
        Schema state = newest.operation().apply(newest.before());
        int size = 0;
        for (int i = last; i >= 0; i--) {
            Replay.Folded folded = replay.derived(inverses(half, i, rendering), state, true);
            state = folded.after();
            List<Assembly.Piece> pieces = rendering.pieces(folded.operations());
            if (i == last) {
                boolean whole = half.before(i + 1) <= done;
                pieces = whole ? rest(pieces, half, rendering) : ofPart(pieces, half, rendering);
            }
            size += pieces.size();
            frame(
                    parts,
                    pieces,
                    rows.done(
                            half.revision().id(), half.before(i), half.journal().after(half.before(i))));
        }
        return size;
    }

    private static List<Recorded> inverses(HalfWay half, int group, Rendering rendering) {
        List<Recorded> inverses = new ArrayList<>();
        for (int i = half.groups().get(group).operations().size() - 1; i >= 0; i--) {
            Inversion.Derived derived = Inversion.ofLast(half.upTo(group, i));
            rendering.problems().addAll(derived.obstacles());
            inverses.addAll(derived.operations());
        }
        return inverses;
    }

    /**
     * What an earlier try has left of an operation's inverse: nothing or all of it where that is one transaction, else the
     * statements from the first one on whose effect is not there. Those behind it are not asked, since a table that is
     * made anew has its name both before and after.
     */
    private List<Assembly.Piece> rest(List<Assembly.Piece> pieces, HalfWay half, Rendering rendering) {
        if (isAtomic(pieces)) {
            return pieces;
        }
        int done = 0;
        while (done < pieces.size() && pieces.get(done).share().outcome(catalogue) == Share.Outcome.DONE) {
            done++;
        }
        boolean begun = done > 0 && done < pieces.size();
        if (begun && pieces.get(done).share().outcome(catalogue) == Share.Outcome.UNKNOWN) {
            rendering.problems().add(untold(pieces.get(done), half));
        }
        return pieces.subList(done, pieces.size());
    }

    /** Of an inverse, what takes back the part of its operation that is done. */
    private List<Assembly.Piece> ofPart(List<Assembly.Piece> pieces, HalfWay half, Rendering rendering) {
        List<Assembly.Piece> there = new ArrayList<>();
        for (Assembly.Piece piece : pieces) {
            Share.Outcome outcome = piece.share().outcome(catalogue);
            if (outcome == Share.Outcome.UNKNOWN) {
                rendering.problems().add(untold(piece, half));
            }
            if (outcome != Share.Outcome.DONE) {
                there.add(piece);
            }
        }
        return there;
    }

    private static Problem untold(Assembly.Piece inverse, HalfWay half) {
        return Problem.at(
                inverse.site().place(),
                "irreversible",
                "this is half done, and the catalogue does not tell what there is to undo",
                "Finish " + half.revision().id() + " with `mvn db:migrate`, then downgrade it.");
    }

    private boolean isAtomic(List<Assembly.Piece> pieces) {
        return dialect.supports(Feature.TRANSACTIONAL_DDL)
                ? pieces.stream().noneMatch(Assembly.Piece::alone)
                : pieces.stream().allMatch(piece -> piece.changes() == RowChanges.ROWS);
    }

    /** An operation's inverse and the counter, in one transaction where that can be. */
    private void frame(List<Plan.Part> parts, List<Assembly.Piece> pieces, Statement counter) {
        boolean framed = isAtomic(pieces) && framing != Framing.JOINED && !pieces.isEmpty();
        if (framed) {
            parts.add(Plan.Part.own(new Statement.Begin()));
        }
        pieces.forEach(piece -> parts.add(
                new Plan.Part(piece.statement(), Optional.of(piece.site()), Optional.empty(), Optional.empty())));
        parts.add(Plan.Part.own(counter));
        if (framed) {
            parts.add(Plan.Part.own(new Statement.Commit()));
        }
    }
}
