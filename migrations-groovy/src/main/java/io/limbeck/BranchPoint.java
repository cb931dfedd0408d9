package io.limbeck;

import java.util.List;

/**
 * A revision that several others follow.
 *
 * @param children the first revisions of the branches that begin there
 */
public record BranchPoint(RevisionStatus revision, List<RevisionStatus> children) {

    public BranchPoint {
        children = List.copyOf(children);
    }
}
