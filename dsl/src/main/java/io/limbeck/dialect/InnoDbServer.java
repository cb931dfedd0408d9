package io.limbeck.dialect;

import io.limbeck.sql.AdvisoryLock;
import io.limbeck.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How MySQL and MariaDB is reached, and what its sessions and locks are. */
class InnoDbServer extends Server {

    private final String columnDefault;

    /**
     * @param columnDefault a column's default in SQL, in the words of a query to {@code information_schema.columns}
     */
    InnoDbServer(String urlPrefix, String driverClass, String driverArtifact, String columnDefault) {
        super(List.of(urlPrefix), driverClass, driverArtifact);
        this.columnDefault = columnDefault;
    }

    /** Drivers take TINYINT(1) for BIT, and tell neither an ENUM's list nor whether a number is unsigned. */
    @Override
    public Optional<String> catalogueColumns() {
        return Optional.of(
                "SELECT column_name, CONCAT(column_type, IF(collation_name IS NULL, '', CONCAT(' COLLATE ', collation_name))),"
                        + " CONCAT(" + columnDefault
                        + ", IF(extra LIKE '%on update%', CONCAT(' ', SUBSTRING(extra, LOCATE('on update', extra))), ''))"
                        + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?");
    }

    /** ER_NO_SUCH_TABLE (MySQL Reference Manual, "Server Error Message Reference"). */
    @Override
    public Set<String> missingTable() {
        return Set.of("42S02");
    }

    /** A lock of the whole server by name, kept for the session (MySQL Reference Manual, "Locking Functions"). */
    @Override
    public Optional<AdvisoryLock> advisoryLock() {
        String name = "CONCAT('limbeck ', ?)";
        return Optional.of(new AdvisoryLock(
                "SELECT GET_LOCK(" + name + ", 0)",
                Optional.empty(),
                "SELECT RELEASE_LOCK(" + name + ")",
                "SELECT COALESCE(CONCAT(p.user, ' from ', p.host, ' (connection ', l.id, ', for ', p.time, ' s)'),"
                        + " CONCAT('connection ', l.id))"
                        + " FROM (SELECT IS_USED_LOCK(" + name + ") AS id) l"
                        + " LEFT JOIN information_schema.processlist p ON p.id = l.id WHERE l.id IS NOT NULL",
                Optional.empty()));
    }

    /**
     * How long DDL waits for a table's metadata lock, a day or a year unless told; 1205 is a wait in vain, 1213 a deadlock (MySQL
     * Reference Manual, "Server System Variables" and "Server Error Message Reference").
     */
    @Override
    public Optional<LockWait> lockWait() {
        return Optional.of(new LockWait(
                "SELECT @@SESSION.lock_wait_timeout",
                "SET SESSION lock_wait_timeout = %s",
                Duration.ofSeconds(1),
                "",
                Set.of(),
                Set.of(1205, 1213)));
    }
}
