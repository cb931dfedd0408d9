package io.limbeck.plan;

import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.util.List;

/**
 * A revision that an earlier run began and did not end, as its script has it now.
 *
 * @param operations what it does in this direction
 * @param pieces the statements of each operation
 * @param size how many statements its upgrade has
 */
public record HalfWay(
        Revision revision,
        Direction direction,
        List<Replay.Applied> operations,
        List<List<Assembly.Piece>> pieces,
        int size,
        Journal journal) {

    List<Assembly.Piece> statements() {
        return pieces.stream().flatMap(List::stream).toList();
    }

    /** How many statements stand before an operation's. */
    int before(int operation) {
        return pieces.subList(0, operation).stream().mapToInt(List::size).sum();
    }

    boolean isDown() {
        return direction == Direction.DOWNGRADE;
    }
}
