package io.limbeck;

import io.limbeck.error.Problem;
import io.limbeck.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/**
 * What a squash came to. The schema state is proven to be the same.
 *
 * @param script the revision that was written
 * @param replaced those that it stands for, ancestors first; their scripts may go once every database holds all of them
 * @param notes why the operations stand as they were, where they could not be condensed, and downgrades that are lost
 */
public record SquashReport(Path script, List<Revision> replaced, List<Problem> notes) {

    public SquashReport {
        replaced = List.copyOf(replaced);
        notes = List.copyOf(notes);
    }
}
