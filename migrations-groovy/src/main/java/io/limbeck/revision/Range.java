package io.limbeck.revision;

import java.util.List;
import java.util.Optional;

/**
 * A span of history as somebody wrote it: {@code from:to}, {@code from:}, {@code :to}, or {@code to} alone.
 *
 * @param text as written
 * @param start the targets before the colon; null if there is no colon
 * @param end the targets behind it, perhaps none
 */
record Range(String text, List<Target> start, List<Target> end) {

    /** The targets before the colon, perhaps none; empty if there is no colon. */
    Optional<List<Target>> from() {
        return Optional.ofNullable(start);
    }
}
