package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.RevisionStatus;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The first revision that {@code db:init} wrote: as long as nothing is in it, it makes room for another. */
final class FirstRevision {

    private final DatabaseMojo goal;
    private Optional<Path> replaced = Optional.empty();

    FirstRevision(DatabaseMojo goal) {
        this.goal = goal;
    }

    /** Whether there is one, still as it was written. */
    boolean isThere() {
        return scaffold().untouched().isPresent();
    }

    /** Takes it away if it is applied nowhere; when in doubt it is. */
    void makeRoom(Limbeck limbeck) {
        scaffold().untouched().filter(first -> isAppliedNowhere(limbeck)).ifPresent(this::remove);
    }

    /** Says what was taken away. */
    void tell() {
        replaced.ifPresent(
                first -> goal.output().line("Took " + goal.workspace().named(first) + " away, as nothing was in it."));
    }

    private Scaffold scaffold() {
        return new Scaffold(goal.directory());
    }

    private static boolean isAppliedNowhere(Limbeck limbeck) {
        try {
            return limbeck.history("").stream().map(RevisionStatus::applied).allMatch(Optional::isEmpty);
        } catch (LimbeckException unknown) {
            return false;
        }
    }

    private void remove(Path first) {
        try {
            Files.delete(first);
            replaced = Optional.of(first);
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of("unwritable-file", goal.workspace().named(first) + " cannot be removed", null),
                    unwritable);
        }
    }
}
