package io.limbeck.dialect;

import io.limbeck.sql.AdvisoryLock;
import io.limbeck.sql.SessionMark;
import java.util.List;
import java.util.Optional;

/** How CockroachDB is reached, and what its sessions and locks are. */
final class CockroachDbServer extends PostgreSqlServer {

    CockroachDbServer() {
        super(List.of(), "org.postgresql.Driver", "org.postgresql:postgresql");
    }

    /** The functions for advisory locks are there and do nothing (postgresql-compatibility, "Advisory Lock Functions"). */
    @Override
    public Optional<AdvisoryLock> advisoryLock() {
        return Optional.empty();
    }

    /**
     * Readers wait for the rows of open transactions, so the lock must not be one
     * (https://www.cockroachlabs.com/docs/stable/show-sessions).
     */
    @Override
    public Optional<SessionMark> sessionMark() {
        return Optional.of(new SessionMark(
                "SELECT session_id FROM [SHOW session_id]",
                "SELECT session_id FROM [SHOW CLUSTER SESSIONS] WHERE session_id = ?"));
    }

    /** What the statement leaves behind is not said. */
    @Override
    public Optional<String> sessionReset() {
        return Optional.empty();
    }
}
