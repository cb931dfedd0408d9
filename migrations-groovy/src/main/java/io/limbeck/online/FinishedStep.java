package io.limbeck.online;

import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.time.Duration;

/**
 * One revision that was applied, reverted or stamped.
 *
 * @param statements how many statements it took
 */
public record FinishedStep(Revision revision, Direction direction, int statements, Duration duration) {}
