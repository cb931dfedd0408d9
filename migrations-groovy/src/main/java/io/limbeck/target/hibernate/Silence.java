package io.limbeck.target.hibernate;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Hibernate from telling that it has no connection, and which dialect it would have chosen itself. */
final class Silence implements AutoCloseable {

    private final Logger logger = Logger.getLogger("org.hibernate");
    private final Level before = logger.getLevel();

    Silence() {
        logger.setLevel(Level.SEVERE);
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
