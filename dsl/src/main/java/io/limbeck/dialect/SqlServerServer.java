package io.limbeck.dialect;

import io.limbeck.sql.AdvisoryLock;
import io.limbeck.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How SQL Server is reached, and what its sessions and locks are. */
final class SqlServerServer extends Server {

    SqlServerServer() {
        super(
                List.of("jdbc:sqlserver:"),
                "com.microsoft.sqlserver.jdbc.SQLServerDriver",
                "com.microsoft.sqlserver:mssql-jdbc");
    }

    /** The login, since CURRENT_USER is {@code dbo} for most who migrate. */
    @Override
    public String currentUser() {
        return "SUSER_SNAME()";
    }

    @Override
    public String withoutWaiting() {
        return " WITH (NOLOCK)";
    }

    /**
     * A session's application lock (Transact-SQL reference, "sp_getapplock"); who holds one is told to logins that may
     * see the server's state ("sys.dm_tran_locks").
     */
    @Override
    public Optional<AdvisoryLock> advisoryLock() {
        return Optional.of(new AdvisoryLock(
                TransactSql.getLock("Session"),
                Optional.of(TransactSql.getLock("Transaction")),
                "EXEC sys.sp_releaseapplock @Resource = ?, @LockOwner = 'Session'",
                "IF HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE') = 1"
                        + " SELECT CONCAT(s.login_name, ' from ', s.host_name, ' (', s.program_name, ', session ',"
                        + " s.session_id, ', since ', CONVERT(VARCHAR(19), s.login_time, 120), ')')"
                        + " FROM sys.dm_tran_locks l JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id"
                        + " WHERE l.resource_type = 'APPLICATION' AND l.request_status = 'GRANT'"
                        + " AND l.resource_database_id = DB_ID()"
                        + " AND CHARINDEX(CONCAT('[', ?, ']'), l.resource_description) > 0"
                        + " ELSE SELECT 'another session of this database'",
                Optional.empty()));
    }

    /** Transact-SQL reference, "SET LOCK_TIMEOUT"; 1222 and 1205 stand in "Database engine events and errors". */
    @Override
    public Optional<LockWait> lockWait() {
        return Optional.of(new LockWait(
                "SELECT @@LOCK_TIMEOUT",
                "SET LOCK_TIMEOUT %s",
                Duration.ofMillis(1),
                "",
                Set.of(),
                Set.of(1222, 1205)));
    }

    @Override
    public Optional<String> sessionNumber() {
        return Optional.of("SELECT @@SPID");
    }
}
