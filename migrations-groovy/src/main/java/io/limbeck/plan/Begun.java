package io.limbeck.plan;

/**
 * What the version table says of a revision that an earlier run began and did not end.
 *
 * @param done how many statements are done
 * @param journal which these are, as {@link Journal} writes it; empty where there is none
 */
public record Begun(int done, String journal) {

    public Begun {
        journal = journal == null ? "" : journal.strip();
    }

    /** Whether a statement was being run when the earlier run ended, so that nobody has heard how it went. */
    boolean inFlight() {
        return journal.indexOf(Journal.IN_FLIGHT) >= 0;
    }
}
