package io.limbeck.revision;

import java.util.List;
import java.util.Set;

/**
 * What a stamp would do to the rows of the version table; rows in neither list stay as they are.
 *
 * @param delete ids whose rows go, first
 * @param insert revisions whose rows come, ancestors first
 * @param before the applied revisions before it, in the order of application
 * @param after those after it
 * @param headsBefore the heads before it, by the law of {@link Heads}
 * @param headsAfter the heads after it
 */
public record Stamping(
        List<String> delete,
        List<Revision> insert,
        List<String> before,
        List<String> after,
        Set<String> headsBefore,
        Set<String> headsAfter) {

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return delete.isEmpty() && insert.isEmpty();
    }
}
