package io.limbeck.dialect;

import io.limbeck.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How H2 is reached, and what its sessions and locks are. */
final class H2Server extends Server {

    H2Server() {
        super(List.of("jdbc:h2:"), "org.h2.Driver", "com.h2database:h2");
    }

    /** The table, or the schema, is not found (https://h2database.com/javadoc/org/h2/api/ErrorCode.html). */
    @Override
    public Set<String> missingTable() {
        return Set.of("42S02", "42S03", "42S04", "90079");
    }

    /** https://h2database.com/html/commands.html#set_lock_timeout; its error codes are at ErrorCode. */
    @Override
    public Optional<LockWait> lockWait() {
        return Optional.of(new LockWait(
                "CALL LOCK_TIMEOUT()",
                "SET LOCK_TIMEOUT %s",
                Duration.ofMillis(1),
                "",
                Set.of("HYT00", "40001"),
                Set.of()));
    }

    /** https://h2database.com/html/systemtables.html#information_schema_routines. */
    @Override
    public List<String> cleaning() {
        return List.of(
                "SELECT 'DROP ALIAS IF EXISTS \"' || routine_schema || '\".\"' || routine_name || '\"'"
                        + " FROM information_schema.routines WHERE routine_schema = ? AND routine_type <> 'AGGREGATE'",
                "SELECT 'DROP DOMAIN IF EXISTS \"' || domain_schema || '\".\"' || domain_name || '\"'"
                        + " FROM information_schema.domains WHERE domain_schema = ?");
    }
}
