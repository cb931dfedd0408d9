package io.limbeck.maven;

import io.limbeck.MigrationReport;
import java.util.Set;

/** Says what a run did, below the lines that told it as it went. */
final class Reports {

    private Reports() {}

    /** Shapes: {@code 3 revisions in 1.2 s; the database is at a1b2.}, {@code The database is at a1b2: nothing to do.} */
    static String sentence(MigrationReport report) {
        String where = report.headsAfter().isEmpty() ? "base" : heads(report.headsAfter());
        return report.isEmpty()
                ? "The database is at " + where + ": nothing to do."
                : Texts.count(report.steps().size(), "revision") + " in " + Durations.text(report.duration())
                        + "; the database is at " + where + ".";
    }

    private static String heads(Set<String> heads) {
        return String.join(", ", heads);
    }
}
