package io.limbeck;

import io.limbeck.online.FinishedStep;
import io.limbeck.revision.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a run did.
 *
 * @param steps in the order they were done; empty when there was nothing to do
 * @param headsBefore the applied heads before
 * @param headsAfter the applied heads after
 * @param warnings what is worth knowing though nothing failed
 */
public record MigrationReport(
        Direction direction,
        List<FinishedStep> steps,
        Set<String> headsBefore,
        Set<String> headsAfter,
        Duration duration,
        List<String> warnings) {

    public MigrationReport {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** Whether nothing was to be done. */
    public boolean isEmpty() {
        return steps.isEmpty() && headsBefore.equals(headsAfter);
    }
}
