package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether what should be, what the scripts say and what a database has agree.
 *
 * @param work from the history to the target metadata: what no script does yet; empty where there is no target metadata
 * @param drift from what was applied to what the database has: what was done to it otherwise; empty where none was asked
 * @param pending the revisions that the database does not have yet, and which change its schema
 */
public record CheckReport(Optional<SchemaDifference> work, Optional<SchemaDifference> drift, List<Revision> pending) {

    public CheckReport {
        pending = List.copyOf(pending);
    }

    public boolean isClean() {
        return problems().isEmpty();
    }

    /** What does not agree, one problem of each kind, with the difference as it would be written. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        drift.filter(difference -> !difference.isEmpty())
                .ifPresent(
                        difference -> problems.add(
                                Problem.of(
                                        "drift",
                                        "the database is not what its revisions made it; somebody did this to it:\n"
                                                + indented(difference.script()),
                                        "Take it back there, or make it part of the history: write it into a revision and stamp that.")));
        if (!pending.isEmpty()) {
            problems.add(Problem.of(
                    "pending",
                    "the database lacks " + (pending.size() == 1 ? "a revision" : pending.size() + " revisions") + ": "
                            + String.join(
                                    ", ", pending.stream().map(Revision::id).toList()),
                    "mvn db:migrate"));
        }
        work.filter(difference -> !difference.isEmpty())
                .ifPresent(difference -> problems.add(Problem.of(
                        "not-written",
                        "no revision does yet what the target metadata asks for:\n" + indented(difference.script()),
                        "mvn db:revision -Ddb.autogenerate=true -Ddb.message=\"…\"")));
        return problems;
    }

    /** @throws LimbeckException with all that does not agree */
    public void requireClean() {
        if (!isClean()) {
            throw LimbeckException.migration(problems());
        }
    }

    private static String indented(String script) {
        return script.lines().map(line -> line.isBlank() ? "" : "    " + line).collect(Collectors.joining("\n"));
    }
}
