package io.limbeck;

import io.limbeck.environment.Session;
import io.limbeck.plan.Plan;
import java.sql.SQLException;

/** Makes a plan of what the version table says. */
@FunctionalInterface
interface PlanMaker {

    Plan plan(Session session, AppliedRows applied) throws SQLException;
}
