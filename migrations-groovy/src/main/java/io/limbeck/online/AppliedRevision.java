package io.limbeck.online;

import java.time.Duration;
import java.time.Instant;

/**
 * One row of the version table.
 *
 * @param checksum of the script's tokens when it was applied
 * @param appliedAt when it was applied, by the database's clock
 * @param appliedBy the database user
 * @param statements how many statements the revision has
 * @param statementsDone how many of them are done
 * @param journal which these are, while it is half-way; else empty
 */
public record AppliedRevision(
        String revision,
        String message,
        String script,
        String checksum,
        Instant appliedAt,
        String appliedBy,
        Duration duration,
        int statements,
        int statementsDone,
        Status status,
        String journal) {

    /** How far a revision has got. */
    public enum Status {
        APPLIED,
        RUNNING,
        REVERTING,
        /** What was done of it is being taken back. */
        UNDOING;

        /** The word in the version table. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
