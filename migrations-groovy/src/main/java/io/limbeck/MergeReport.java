package io.limbeck;

import io.limbeck.error.Problem;
import io.limbeck.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/**
 * What a merge came to.
 *
 * @param script the merge point that was written
 * @param merged the revisions that it follows
 * @param warnings operations of different branches that may not be exchanged ({@code order-matters}), and those where
 *     nobody can tell ({@code order-may-matter}); where the first kind is missing, every order of the branches was proven
 *     to lead to the same schema state
 */
public record MergeReport(Path script, List<Revision> merged, List<Problem> warnings) {

    public MergeReport {
        merged = List.copyOf(merged);
        warnings = List.copyOf(warnings);
    }

    /** Whether every order of the branches leads to the same schema state. */
    public boolean isProven() {
        return warnings.stream().noneMatch(warning -> warning.code().equals("order-matters"));
    }
}
