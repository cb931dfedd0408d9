package io.limbeck.dialect;

import io.limbeck.sql.SessionMark;
import java.util.List;
import java.util.Optional;

/** How HSQLDB is reached, and what its sessions and locks are. */
final class HsqldbServer extends Server {

    HsqldbServer() {
        super(List.of("jdbc:hsqldb:"), "org.hsqldb.jdbc.JDBCDriver", "org.hsqldb:hsqldb");
    }

    /**
     * DDL waits for the transactions of all other sessions (HyperSQL User Guide, "Schema and Database Change"), so the
     * lock must not be one; sessions that are gone are told by their number and their beginning.
     */
    @Override
    public Optional<SessionMark> sessionMark() {
        String sessions = "SELECT session_id || ' ' || connected FROM information_schema.system_sessions WHERE ";
        return Optional.of(new SessionMark(
                sessions + "session_id = SESSION_ID()", sessions + "session_id || ' ' || connected = ?"));
    }
}
