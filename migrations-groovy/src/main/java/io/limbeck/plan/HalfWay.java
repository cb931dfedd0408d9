package io.limbeck.plan;

import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision that an earlier run began and did not end, as its script has it now.
 *
 * @param groups what it does in this direction
 * @param size how many statements its upgrade has
 */
public record HalfWay(Revision revision, Direction direction, List<Rendering.Group> groups, int size, Journal journal) {

    List<Assembly.Piece> statements() {
        return groups.stream().flatMap(group -> group.pieces().stream()).toList();
    }

    /** How many statements stand before a group's. */
    int before(int group) {
        return groups.subList(0, group).stream()
                .mapToInt(each -> each.pieces().size())
                .sum();
    }

    /** All operations up to one of a group, which is the last. */
    List<Replay.Applied> upTo(int group, int operation) {
        List<Replay.Applied> operations = new ArrayList<>();
        groups.subList(0, group).forEach(each -> operations.addAll(each.operations()));
        operations.addAll(groups.get(group).operations().subList(0, operation + 1));
        return operations;
    }

    boolean isDown() {
        return direction == Direction.DOWNGRADE;
    }
}
