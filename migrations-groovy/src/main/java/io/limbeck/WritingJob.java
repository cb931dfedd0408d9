package io.limbeck;

import io.limbeck.environment.Job;
import io.limbeck.environment.Session;
import io.limbeck.environment.Writing;
import io.limbeck.offline.ScriptWriter;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Planner;
import io.limbeck.plan.TableState;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Movement;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Stamping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Plans a range and writes the plan; the left side of the range stands for the version table. */
record WritingJob(Workspace workspace, Direction direction, String range) implements Job<Plan> {

    @Override
    public Plan offline(Writing writing) {
        Movements movements = new Movements(workspace.requiredHistory().graph());
        Planner planner = workspace.planner(writing.dialect(), writing.framing(), Planner.Live.NONE);
        Plan plan = plan(movements, planner);
        plan.warnings().forEach(workspace.settings().progress()::warning);
        new ScriptWriter(writing.dialect(), workspace.rows(writing.dialect()), idempotent(), writing.output())
                .write(plan);
        return plan;
    }

    private boolean idempotent() {
        return workspace.settings().idempotent();
    }

    private Plan plan(Movements movements, Planner planner) {
        if (direction == Direction.STAMP) {
            Stamping stamping = movements.stampRange(range);
            Plan plan = planner.moves().stamp(stamping, List.of(), table(stamping.before()));
            return planner.moves().asserting(plan, applied(stamping.before()));
        }
        Movement movement = movements.range(range, direction);
        Plan plan = direction == Direction.UPGRADE
                ? planner.upgrade(movement, Map.of(), Map.of(), table(movement.before()))
                : planner.downgrade(movement, Map.of());
        return planner.moves().asserting(plan, applied(movement.before()));
    }

    private TableState table(Collection<String> before) {
        if (!before.isEmpty()) {
            return TableState.THERE;
        }
        return idempotent() ? TableState.UNKNOWN : TableState.EMPTY;
    }

    private OptionalInt applied(Collection<String> before) {
        return idempotent() ? OptionalInt.empty() : OptionalInt.of(before.size());
    }

    @Override
    public Plan online(Session session) {
        throw new IllegalStateException("this needs no connection");
    }

    @Override
    public boolean isOffline() {
        return true;
    }
}
