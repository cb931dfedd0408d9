package io.limbeck.dialect;

import io.limbeck.schema.Part;
import io.limbeck.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Oracle is reached, and what its sessions and locks are. */
final class OracleServer extends Server {

    OracleServer() {
        super(List.of("jdbc:oracle:"), "oracle.jdbc.OracleDriver", "com.oracle.database.jdbc:ojdbc17");
    }

    @Override
    public String currentUser() {
        return "USER";
    }

    /** Oracle Database Reference, "ALL_CONSTRAINTS" and "ALL_SEQUENCES". */
    @Override
    public Optional<String> catalogueNames(Part.Kind kind) {
        return switch (kind) {
            case CONSTRAINT ->
                Optional.of("SELECT constraint_name FROM all_constraints WHERE owner = ? AND table_name = ?");
            case SEQUENCE -> Optional.of("SELECT sequence_name FROM all_sequences WHERE sequence_owner = ?");
            default -> Optional.empty();
        };
    }

    /**
     * Oracle Database Reference, "DDL_LOCK_TIMEOUT", whose default is 0; a user need not be able to read what it is now.
     * ORA-00054 is a lock that was not to be had, ORA-00060 a deadlock.
     */
    @Override
    public Optional<LockWait> lockWait() {
        return Optional.of(new LockWait(
                "SELECT '0' FROM dual",
                "ALTER SESSION SET DDL_LOCK_TIMEOUT = %s",
                Duration.ofSeconds(1),
                "",
                Set.of(),
                Set.of(54, 60)));
    }

    @Override
    public Optional<String> sessionNumber() {
        return Optional.of("SELECT SYS_CONTEXT('USERENV', 'SESSIONID') FROM dual");
    }
}
