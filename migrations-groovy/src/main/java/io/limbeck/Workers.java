package io.limbeck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do the same work side by side. */
final class Workers {

    private Workers() {}

    /**
     * Runs the work on several threads and waits for all of them, also when the caller's is interrupted: a migration is
     * not left behind half-way.
     *
     * @param stop what lets the threads come to an end once they have done what they are at
     * @throws RuntimeException or Error that one of them threw
     */
    static void run(Runnable work, int threads, Runnable stop) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(work, "limbeck-" + (i + 1));
            worker.setDaemon(true);
            worker.setUncaughtExceptionHandler((thread, failure) -> {
                thrown.compareAndSet(null, failure);
                stop.run();
            });
            workers.add(worker);
            worker.start();
        }
        boolean interrupted = false;
        for (Thread worker : workers) {
            interrupted |= await(worker, stop);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown.get() instanceof RuntimeException failure) {
            throw failure;
        }
        if (thrown.get() instanceof Error failure) {
            throw failure;
        }
    }

    private static boolean await(Thread worker, Runnable stop) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                return interrupted;
            } catch (InterruptedException early) {
                interrupted = true;
                stop.run();
            }
        }
    }
}
