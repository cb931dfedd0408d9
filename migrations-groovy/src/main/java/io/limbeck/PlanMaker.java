package io.limbeck;

import io.limbeck.environment.Session;
import io.limbeck.online.VersionTable;
import io.limbeck.plan.Plan;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Makes a plan of what the version table says. */
@FunctionalInterface
interface PlanMaker {

    Plan plan(Session session, AppliedRows applied) throws SQLException;

    /**
     * The heads that a database is at and stays at, where its rows' checksums already say that there is nothing to do;
     * empty where a plan has to tell.
     */
    default Optional<Set<String>> settled(VersionTable table) throws SQLException {
        return Optional.empty();
    }
}
