package io.limbeck.it.crash;

/** The end of a process that is none: from some moment on, nothing of what it does reaches the database any more. */
final class Dying extends Error {

    private static final long serialVersionUID = 1;

    private Dying(int moment) {
        super("before statement " + moment, null, false, false);
    }

    /** A source of connections for one that dies before a statement, counted from 1; call {@link Interruptions#die} then. */
    static Interruptions before(Site site, int moment) {
        return new Interruptions(site.url(), site.username(), site.password(), number -> {
            if (number >= moment) {
                throw new Dying(moment);
            }
        });
    }
}
