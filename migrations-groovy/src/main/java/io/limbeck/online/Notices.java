package io.limbeck.online;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells others which revision is in progress, from a thread of its own: no revision waits for that, and of many that pass
 * in a moment the last is told.
 */
final class Notices implements AutoCloseable {

    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Consumer<String> telling;
    private final Thread thread = new Thread(this::tell, "limbeck-notices");
    private String revision;
    private boolean resting;
    private boolean closed;

    Notices(Consumer<String> telling) {
        this.telling = telling;
        thread.setDaemon(true);
    }

    /** The revision that is in progress from now on. */
    synchronized void at(String now) {
        revision = now;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else if (!resting) {
            notifyAll();
        }
    }

    private void tell() {
        try {
            for (String next = next(); next != null; next = next()) {
                telling.accept(next);
                rest();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for another revision; null behind the last. */
    private synchronized String next() throws InterruptedException {
        while (revision == null && !closed) {
            wait();
        }
        String next = closed ? null : revision;
        revision = null;
        return next;
    }

    private synchronized void rest() throws InterruptedException {
        resting = true;
        long end = System.nanoTime() + PACE_NANOS;
        for (long left = PACE_NANOS; left > 0 && !closed; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        resting = false;
    }

    /** Waits for what is being told, as a connection serves one thread at a time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
