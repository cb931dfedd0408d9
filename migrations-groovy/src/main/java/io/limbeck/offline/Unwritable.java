package io.limbeck.offline;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds what a script cannot hold: code for which there is no SQL. */
final class Unwritable {

    private Unwritable() {}

    static void requireSql(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            for (Plan.Part part : step.parts()) {
                if (part.statement() instanceof Statement.Code code
                        && code.offline().isEmpty()) {
                    problems.add(Problem.at(
                            part.origin().orElse(Place.file(step.revision().script())),
                            "no-sql",
                            "a data block has no SQL, so it cannot be written into a script",
                            plan.direction() == Direction.DOWNGRADE
                                    ? "Give it the SQL that undoes it: data(reverse: { sql -> … }, reverseOffline:"
                                            + " 'update …') { sql -> … }"
                                    : "Give it the SQL that the script has instead: data(offline: 'update …')"
                                            + " { sql -> … }"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
    }
}
