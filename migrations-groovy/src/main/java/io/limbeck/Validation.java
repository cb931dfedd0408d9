package io.limbeck;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.plan.Framing;
import io.limbeck.plan.Planner;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks scripts against a dialect and against what was applied. */
final class Validation {

    private Validation() {}

    static ValidationReport of(Workspace workspace, Dialect dialect, Optional<Statuses> statuses) {
        List<Problem> problems = new ArrayList<>();
        statuses.ifPresent(
                found -> found.all().forEach(status -> changed(status).ifPresent(problems::add)));
        List<Problem> irreversible = List.of();
        try {
            irreversible = workspace
                    .plans()
                    .answer(
                            List.of(
                                    "irreversible",
                                    dialect.toString(),
                                    workspace.run().options().naming(),
                                    seen(workspace)),
                            () -> workspace
                                    .planner(dialect, Framing.PER_REVISION, Planner.Live.NONE)
                                    .irreversible());
        } catch (LimbeckException wrong) {
            problems.addAll(0, wrong.problems());
        }
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        return new ValidationReport(workspace.history().graph().revisions().size(), statuses.isPresent(), irreversible);
    }

    /** The revisions that count, which differ where a database holds some that others replace. */
    private static List<String> seen(Workspace workspace) {
        return workspace.history().graph().revisions().stream()
                .map(Revision::id)
                .toList();
    }

    private static Optional<Problem> changed(RevisionStatus status) {
        String id = status.revision().id();
        return switch (status.state()) {
            case CHANGED ->
                Optional.of(Problem.at(
                        status.revision().place(),
                        "changed",
                        "revision '" + id + "' has changed since it was applied",
                        "Take the change back and write a new revision for it. If the database has what the script"
                                + " says now: `mvn db:repair`."));
            case RUNNING, REVERTING, UNDOING -> Optional.of(halfDone(status));
            case MISSING ->
                Optional.of(Problem.of(
                        "undeclared-revision",
                        "revision '" + id + "' is applied, but no script has it",
                        "Bring its script back (" + status.revision().script()
                                + "), or stamp the database elsewhere."));
            default -> Optional.empty();
        };
    }

    private static Problem halfDone(RevisionStatus status) {
        AppliedRevision row = status.applied().orElseThrow();
        return Problem.at(
                status.revision().place(),
                "half-done",
                "revision '" + row.revision() + "' is " + AppliedRows.extent(row),
                switch (row.status()) {
                    case RUNNING ->
                        "Finish it: `mvn db:migrate`. Or take back what is done: `mvn db:repair -Ddb.undo=true`.";
                    case UNDOING -> "Let the undo end: `mvn db:repair -Ddb.undo=true`.";
                    default -> "Finish it: `mvn db:downgrade`.";
                });
    }
}
