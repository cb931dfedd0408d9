package io.limbeck;

import io.limbeck.environment.Options;
import io.limbeck.environment.Options.Hook;
import io.limbeck.online.FinishedStep;
import io.limbeck.online.MigrationLock;
import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.time.Duration;

/** Passes everything on, runs the hooks of {@code env.groovy} on the way, and lets those who wait know how far it is. */
record HookedProgress(Progress progress, Options hooks, MigrationLock lock) implements Progress {

    @Override
    public void began(Revision revision, Direction direction) {
        lock.tell(revision.id());
        hooks.run(Hook.BEFORE_REVISION, revision, direction);
        progress.began(revision, direction);
    }

    @Override
    public void slow(String sql, Duration duration) {
        progress.slow(sql, duration);
    }

    @Override
    public void versionApplied(Revision revision, Direction direction) {
        hooks.run(Hook.ON_VERSION_APPLY, revision, direction);
        progress.versionApplied(revision, direction);
    }

    @Override
    public void done(FinishedStep step) {
        progress.done(step);
        hooks.run(Hook.AFTER_REVISION, step.revision(), step.direction());
    }

    @Override
    public void waiting(String holder) {
        progress.waiting(holder);
    }

    @Override
    public void lockedOut(String sql, int retry, int retries) {
        progress.lockedOut(sql, retry, retries);
    }

    @Override
    public void warning(String text) {
        progress.warning(text);
    }
}
