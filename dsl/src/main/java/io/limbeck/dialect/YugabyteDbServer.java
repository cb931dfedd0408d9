package io.limbeck.dialect;

import io.limbeck.sql.AdvisoryLock;
import java.util.List;
import java.util.Optional;

/** How YugabyteDB is reached, and what its sessions and locks are. */
final class YugabyteDbServer extends PostgreSqlServer {

    private final boolean hasAdvisoryLocks;

    YugabyteDbServer(boolean hasAdvisoryLocks) {
        super(List.of("jdbc:yugabytedb:"), "com.yugabyte.Driver", "com.yugabyte:jdbc-yugabytedb");
        this.hasAdvisoryLocks = hasAdvisoryLocks;
    }

    /**
     * Advisory locks came with 2025.1 (https://docs.yugabyte.com/stable/explore/transactions/explicit-locking/,
     * "Advisory locks"); before it, the lock is a row that is not committed.
     */
    @Override
    public Optional<AdvisoryLock> advisoryLock() {
        return hasAdvisoryLocks ? super.advisoryLock() : Optional.empty();
    }

    /** What the statement leaves behind is not said. */
    @Override
    public Optional<String> sessionReset() {
        return Optional.empty();
    }
}
