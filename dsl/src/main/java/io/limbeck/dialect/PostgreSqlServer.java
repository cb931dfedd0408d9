package io.limbeck.dialect;

import io.limbeck.schema.Part;
import io.limbeck.sql.AdvisoryLock;
import io.limbeck.sql.LockWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How PostgreSQL is reached, and what its sessions and locks are. */
class PostgreSqlServer extends Server {

    PostgreSqlServer() {
        this(List.of("jdbc:postgresql:"), "org.postgresql.Driver", "org.postgresql:postgresql");
    }

    PostgreSqlServer(List<String> urlPrefixes, String driverClass, String driverArtifact) {
        super(urlPrefixes, driverClass, driverArtifact);
    }

    /** Databases that speak PostgreSQL's language are reached by its driver, and tell what they are. */
    @Override
    public Optional<String> describingQuery() {
        return Optional.of("SELECT version()");
    }

    /**
     * PostgreSQL's versions have had two numbers since 10 (https://www.postgresql.org/support/versioning/), perhaps with
     * the packager's behind them in parentheses. Databases that speak its language have three, or more behind a dash.
     */
    @Override
    public boolean isOwnVersion(String productVersion) {
        int major = digits(productVersion, 0);
        int minor = digits(productVersion, major + 1);
        int end = major + 1 + minor;
        return major > 1
                && minor > 0
                && productVersion.charAt(major) == '.'
                && (end == productVersion.length() || productVersion.startsWith(" (", end));
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    /** https://www.postgresql.org/docs/current/catalog-pg-enum.html */
    @Override
    public Optional<String> catalogueNames(Part.Kind kind) {
        return switch (kind) {
            case ENUM ->
                Optional.of("SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                        + " WHERE t.typtype = 'e' AND n.nspname = ?");
            case ENUM_VALUE ->
                Optional.of("SELECT e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                        + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = ? AND t.typname = ?");
            default -> super.catalogueNames(kind);
        };
    }

    /**
     * What a broken off CREATE INDEX CONCURRENTLY leaves behind
     * (https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY).
     */
    @Override
    public Optional<String> brokenIndexes() {
        return Optional.of("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
                + " WHERE NOT i.indisvalid AND n.nspname = ? AND t.relname = ?");
    }

    /** A session's lock; pg_locks shows a bigint key as two halves (https://www.postgresql.org/docs/current/view-pg-locks.html). */
    @Override
    public Optional<AdvisoryLock> advisoryLock() {
        String held = "EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted"
                + " AND l.pid = pg_backend_pid() AND (l.classid::bigint << 32) + l.objid::bigint = wanted.key)";
        String wanted = " FROM (SELECT CAST(? AS bigint) AS key) wanted";
        return Optional.of(new AdvisoryLock(
                "SELECT CASE WHEN NOT " + held + " THEN pg_try_advisory_lock(wanted.key) END" + wanted,
                Optional.of("SELECT pg_try_advisory_xact_lock(?)"),
                "SELECT pg_advisory_unlock(?)",
                "SELECT a.usename || ' from ' || coalesce(host(a.client_addr), 'this host') || ' (' "
                        + "|| a.application_name || ', server process ' || a.pid || ', since ' "
                        + "|| to_char(a.query_start, 'YYYY-MM-DD HH24:MI:SS') || ')' "
                        + "FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
                        + "WHERE l.locktype = 'advisory' AND l.granted "
                        + "AND (l.classid::bigint << 32) + l.objid::bigint = ?",
                Optional.of("SELECT " + held + wanted)));
    }

    /**
     * https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT and errcodes-appendix.html. What
     * is done concurrently waits for others' transactions without keeping anybody from anything, and leaves an invalid
     * index behind when it gives up (https://www.postgresql.org/docs/current/sql-createindex.html).
     */
    @Override
    public Optional<LockWait> lockWait() {
        return Optional.of(new LockWait(
                "SHOW lock_timeout",
                "SET lock_timeout = '%s'",
                Duration.ofMillis(1),
                "ms",
                Set.of("55P03", "40P01"),
                Set.of(),
                Optional.of("CONCURRENTLY")));
    }

    @Override
    public Optional<String> sessionNumber() {
        return Optional.of("SELECT pg_backend_pid()");
    }

    /** Roles, settings, temporary tables and whatever else (https://www.postgresql.org/docs/current/sql-discard.html). */
    @Override
    public Optional<String> sessionReset() {
        return Optional.of("DISCARD ALL");
    }

    /** The driver's own joins the names of all schemas with all tables of the name. */
    @Override
    public Optional<String> catalogueTable(String table, Optional<String> schema) {
        return Optional.of("SELECT 1 FROM pg_catalog.pg_class WHERE relname = " + table
                + " AND relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = "
                + schema.orElse("current_schema()") + ")");
    }

    /** Routines, then types, but for those of extensions (https://www.postgresql.org/docs/current/catalogs.html). */
    @Override
    public List<String> cleaning() {
        String own =
                " AND n.nspname = ? AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = %s AND d.deptype = 'e')";
        return List.of(
                "SELECT 'DROP ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END"
                        + " || ' ' || p.oid::regprocedure || ' CASCADE' FROM pg_proc p"
                        + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE true" + String.format(own, "p.oid"),
                "SELECT 'DROP ' || CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END || ' ' || t.oid::regtype"
                        + " || ' CASCADE' FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                        + " LEFT JOIN pg_class c ON c.oid = t.typrelid"
                        + " WHERE (t.typtype IN ('e', 'd') OR t.typtype = 'c' AND c.relkind = 'c')"
                        + String.format(own, "t.oid"));
    }
}
