package io.limbeck.revision;

import java.util.List;
import java.util.Set;

/**
 * What an upgrade or a downgrade would do.
 *
 * @param direction {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
 * @param steps the revisions to apply, ancestors first, or to revert, descendants first
 * @param outOfOrder those of the steps that an already applied revision needs: they are applied behind it
 * @param before the applied revisions before it, in the order of application
 * @param after those after it
 * @param headsBefore the heads before it, by the law of {@link Heads}
 * @param headsAfter the heads after it
 */
public record Movement(
        Direction direction,
        List<Revision> steps,
        List<Revision> outOfOrder,
        List<String> before,
        List<String> after,
        Set<String> headsBefore,
        Set<String> headsAfter) {

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
