package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
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
        this.framing = framing == Framing.ALL ? Framing.PER_REVISION : framing;
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
                    half.way().isDown()
                            ? rows.resized(id, size, done, journal)
                            : rows.resumed(facts.apply(half.revision()), size, done, journal));
        }
        return isUntouched(half, row)
                ? Optional.of(half.way() == Way.DOWN ? rows.restored(id, half.size()) : rows.delete(id))
                : Optional.empty();
    }

    /** Whether nothing of it is done for sure, and nothing is left of a try. */
    public boolean isUntouched(HalfWay half, Begun row) {
        List<Assembly.Piece> pieces = half.statements();
        return row.done() == 0
                && half.way() != Way.UNDO
                && (!row.inFlight()
                        || half.journal().goesOnWith(row)
                                && pieces.get(0).share().outcome(catalogue) == Share.Outcome.NOT_DONE)
                && pieces.stream()
                        .allMatch(piece -> piece.share().sweeping(catalogue).isEmpty());
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
            return half.way().isDown() ? rows.delete(id) : rows.finished(id, size);
        }
        return rows.done(id, done, half.journal().after(done));
    }

    /**
     * Takes back what is done of an upgrade, last operation first, so that the revision was never begun; where an earlier
     * try ended, it goes on.
     *
     * @throws LimbeckException where something cannot be undone, before anything is
     */
    public Plan undone(HalfWay half, Begun row, Set<String> heads) {
        Rendering rendering = new Rendering(dialect, framing);
        if (half.way() == Way.DOWN) {
            throw LimbeckException.migration(Problem.of(
                    "irreversible",
                    "revision '" + half.revision().id() + "' is half reverted, and what was dropped has lost its rows",
                    "Finish it: `mvn db:downgrade`."));
        }
        Resumption resumption = new Resumption(
                dialect, catalogue, live.remains(), Map.of(half.revision().id(), row), rendering.problems());
        HalfWay back = half;
        int done = row.undone().orElse(0);
        if (half.way() == Way.UP) {
            done = resumption.toUndo(half);
            Soundness.require(replay, rendering);
            back = half.undoing(done, new Undoing(replay, rendering));
        }
        Resumption.Start start =
                resumption.undo(back, Math.min(done, half.upgrade().size()));
        Soundness.require(replay, rendering);
        Plan.Step step = new Assembly(rows, dialect.supports(Feature.TRANSACTIONAL_DDL), framing)
                .step(back.revision(), Way.UNDO, "", back.statements(), back.journal(), false, start);
        return new Plan(Direction.DOWNGRADE, List.of(), List.of(step), heads, heads, false, List.of());
    }
}
