package io.limbeck.plan;

import io.limbeck.revision.Direction;

/** What is done with a revision. */
public enum Way {
    UP("apply", Direction.UPGRADE),
    DOWN("revert", Direction.DOWNGRADE),
    /** The done part of an upgrade is taken back. */
    UNDO("undo", Direction.DOWNGRADE);

    private final String verb;
    private final Direction direction;

    Way(String verb, Direction direction) {
        this.verb = verb;
        this.direction = direction;
    }

    /** The word for it in remarks. */
    String verb() {
        return verb;
    }

    Direction direction() {
        return direction;
    }

    /** Whether the revision's row goes in the end. */
    boolean isDown() {
        return direction == Direction.DOWNGRADE;
    }
}
