package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Problem;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what takes back the first statements of an upgrade, last operation first. It follows from the script and their
 * number alone, so that whoever goes on with it finds the same.
 */
final class Undoing {

    private final Replay replay;
    private final Rendering rendering;

    /**
     * Both take what stands in the way.
     */
    Undoing(Replay replay, Rendering rendering) {
        this.replay = replay;
        this.rendering = rendering;
    }

    /**
     * The statements that take back what is done of an upgrade.
     *
     * @param groups all that the upgrade does
     * @param done how many of its statements are done
     */
    List<Assembly.Piece> inverses(List<Rendering.Group> groups, int done) {
        int begun = 0;
        int before = 0;
        int statements = 0;
        while (statements < done) {
            before = statements;
            statements += groups.get(begun).pieces().size();
            begun++;
        }
        if (begun == 0) {
            return List.of();
        }
        Rendering.Group last = groups.get(begun - 1);
        List<Assembly.Piece> inverses = new ArrayList<>();
        Schema state = last.after();
        int whole = begun;
        if (done < statements) {
            HalfDone half = new HalfDone(last, done - before);
            whole--;
            state = last.before();
            inverses.addAll(half.hasOldTable() ? beside(half) : ofPart(half, folded(groups, whole, last.after())));
        }
        for (int i = whole - 1; i >= 0; i--) {
            Replay.Folded folded = folded(groups, i, state);
            state = folded.after();
            inverses.addAll(rendering.pieces(folded.operations()));
        }
        return inverses;
    }

    /** The inverses of a group's operations upon the state behind them. */
    private Replay.Folded folded(List<Rendering.Group> groups, int group, Schema state) {
        List<Replay.Applied> operations = new ArrayList<>();
        groups.subList(0, group).forEach(each -> operations.addAll(each.operations()));
        int first = operations.size();
        operations.addAll(groups.get(group).operations());
        return replay.derived(inverted(operations, first), state, true);
    }

    /** The inverses of the operations from one on, last first. */
    private List<Recorded> inverted(List<Replay.Applied> operations, int first) {
        List<Recorded> inverses = new ArrayList<>();
        for (int i = operations.size() - 1; i >= first; i--) {
            Inversion.Derived derived = Inversion.ofLast(operations.subList(0, i + 1));
            rendering.problems().addAll(derived.obstacles());
            inverses.addAll(derived.operations());
        }
        return inverses;
    }

    /** While a table is made anew, it stays as it is until it is dropped; what stands beside it so far goes. */
    private List<Assembly.Piece> beside(HalfDone half) {
        Replay.Folded done = replay.derived(half.operations(), half.before(), true);
        Replay.Folded undone = replay.derived(inverted(done.operations(), 0), done.after(), true);
        return rendering.pieces(undone.operations());
    }

    /** Where operations are done in part, so are their inverses; a new table goes first into the place of the old one. */
    private List<Assembly.Piece> ofPart(HalfDone half, Replay.Folded inverse) {
        List<Assembly.Piece> pieces = new ArrayList<>(half.rest());
        for (Assembly.Piece piece : rendering.pieces(inverse.operations())) {
            Share.Outcome outcome = half.outcome(piece);
            if (outcome == Share.Outcome.UNKNOWN) {
                rendering
                        .problems()
                        .add(Problem.at(
                                piece.site().place(),
                                "irreversible",
                                "this is half done, and nobody can tell what there is to undo",
                                "Finish the revision with `mvn db:migrate`, then downgrade it."));
            }
            if (outcome != Share.Outcome.DONE) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
