package io.limbeck.it;

import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.util.concurrent.CountDownLatch;

/** Holds a run, and with it the lock, where its first revision begins. */
final class HeldRun implements Progress {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void began(Revision revision, Direction direction) {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it is there. */
    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    /** Lets it go on. */
    void release() {
        released.countDown();
    }

    /** What another run is watched by, which lets the held one go on as soon as it waits for the lock. */
    Progress releasedByWaiting() {
        return new Progress() {
            @Override
            public void waiting(String holder) {
                release();
            }
        };
    }
}
