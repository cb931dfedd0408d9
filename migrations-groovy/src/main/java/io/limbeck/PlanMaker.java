package io.limbeck;

import io.limbeck.environment.Session;
import io.limbeck.plan.Plan;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a plan of what the version table says. */
@FunctionalInterface
interface PlanMaker {

    Plan plan(Session session, AppliedRows applied) throws SQLException;

    /** Whether checksums may be all that it wants of rows, where all are of what is applied in full. */
    default boolean goesByChecksums() {
        return false;
    }

    /**
     * The heads that a database is at and stays at, where its rows' checksums already say that there is nothing to do;
     * empty where a plan has to tell.
     *
     * @param checksums of what is applied in full, by the keys of the version table
     */
    default Optional<Set<String>> settled(Map<String, String> checksums) {
        return Optional.empty();
    }
}
