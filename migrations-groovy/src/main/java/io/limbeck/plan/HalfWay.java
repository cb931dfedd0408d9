package io.limbeck.plan;

import io.limbeck.revision.Revision;
import io.limbeck.script.ScriptFile;
import java.util.List;

/**
 * A revision that an earlier run began and did not end, as its script has it now.
 *
 * @param groups what it does upward; downward where that is its way
 * @param statements those of which its row counts how many are done
 * @param size how many statements its upgrade has
 * @param journal of the statements
 */
public record HalfWay(
        Revision revision,
        ScriptFile script,
        Way way,
        List<Rendering.Group> groups,
        List<Assembly.Piece> statements,
        int size,
        Journal journal) {

    static HalfWay of(Revision revision, ScriptFile script, Way way, List<Rendering.Group> groups, int size) {
        List<Assembly.Piece> statements = pieces(groups);
        return new HalfWay(revision, script, way, groups, statements, size, Journal.of(statements, script));
    }

    /** All statements of the groups. */
    List<Assembly.Piece> upgrade() {
        return pieces(groups);
    }

    /** How many statements stand before those that are worded together with the last of so many; all, if they end there. */
    int before(int done) {
        int before = 0;
        for (Rendering.Group group : groups) {
            int size = group.pieces().size();
            if (before + size > done) {
                return before;
            }
            before += size;
        }
        return before;
    }

    private static List<Assembly.Piece> pieces(List<Rendering.Group> groups) {
        return groups.stream().flatMap(group -> group.pieces().stream()).toList();
    }

    /** The same upgrade, of which so many statements are done, on the way back. */
    HalfWay undoing(int done, Undoing undoing) {
        List<Assembly.Piece> inverses = undoing.inverses(groups, done);
        return new HalfWay(
                revision,
                script,
                Way.UNDO,
                groups,
                inverses,
                size,
                Journal.of(inverses, script).undoing(done, journal));
    }
}
