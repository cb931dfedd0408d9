package io.limbeck.online;

import groovy.sql.Sql;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps {@link Sql} from logging, in the threads that run a data block, the failure that a report will tell. What other
 * threads log is left alone; the logger gets its own filter back behind the last block.
 */
final class Silence implements Filter {

    private static final Logger LOGGER = Logger.getLogger(Sql.class.getName());
    private static Silence current;

    private final Filter before;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private Silence(Filter before) {
        this.before = before;
    }

    /** What the code answers or throws, without the log. */
    static <T> T during(Supplier<T> code) {
        boolean began = begin();
        try {
            return code.get();
        } finally {
            if (began) {
                end();
            }
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        return !threads.contains(Thread.currentThread()) && (before == null || before.isLoggable(line));
    }

    /** Whether this thread was not silent already. */
    private static synchronized boolean begin() {
        if (current == null) {
            current = new Silence(LOGGER.getFilter());
            LOGGER.setFilter(current);
        }
        return current.threads.add(Thread.currentThread());
    }

    private static synchronized void end() {
        current.threads.remove(Thread.currentThread());
        if (current.threads.isEmpty()) {
            if (LOGGER.getFilter() == current) {
                LOGGER.setFilter(current.before);
            }
            current = null;
        }
    }
}
