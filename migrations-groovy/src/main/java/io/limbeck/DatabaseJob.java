package io.limbeck;

import io.limbeck.dialect.Server;
import io.limbeck.environment.Job;
import io.limbeck.environment.Session;
import io.limbeck.environment.Settings;
import io.limbeck.environment.Writing;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.inspect.LiveParts;
import io.limbeck.inspect.LiveTables;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.ConnectionExecutor;
import io.limbeck.online.Etiquette;
import io.limbeck.online.MigrationLock;
import io.limbeck.online.Progress;
import io.limbeck.online.VersionTable;
import io.limbeck.plan.Planner;
import io.limbeck.plan.VersionRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job that needs a connection and begins by reading the version table. */
abstract class DatabaseJob<T> implements Job<T> {

    private final Workspace workspace;

    DatabaseJob(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Goes on with what the version table says. */
    abstract T online(Session session, AppliedRows applied) throws SQLException;

    /** What comes out where the version table need not be read in full to tell. */
    Optional<T> early(VersionTable table) throws SQLException {
        return Optional.empty();
    }

    @Override
    public final T online(Session session) throws SQLException {
        VersionTable table = table(session);
        Optional<T> early = early(table);
        return early.isPresent() ? early.get() : online(session, rows(table));
    }

    /** What the version table says, as far as this job goes by it. */
    AppliedRows rows(VersionTable table) throws SQLException {
        return read(table);
    }

    private VersionTable table(Session session) {
        return new VersionTable(session.connection(), session.dialect(), workspace.rows(session.dialect()));
    }

    /** What the version table says now. */
    final AppliedRows read(Session session) throws SQLException {
        return read(table(session));
    }

    /** What the version table says now; if that is the same, as far as plans go by it, what was read before. */
    final AppliedRows readAgain(Session session, AppliedRows before) throws SQLException {
        VersionTable table = table(session);
        Optional<Map<String, String>> checksums = before.tableExists() ? table.checksums() : Optional.empty();
        return checksums.isPresent() && checksums.get().equals(before.checksums()) ? before : read(table);
    }

    private AppliedRows read(VersionTable table) throws SQLException {
        Optional<List<AppliedRevision>> found = table.find();
        if (found.isEmpty()) {
            return AppliedRows.NONE;
        }
        if (table.isHalfCleaned()) {
            meetHalfCleaned();
        }
        workspace.see(AppliedRows.revisions(found.get(), true), AppliedRows.revisions(found.get(), false));
        return AppliedRows.of(found.get(), workspace.history());
    }

    /** Refuses to go on with rows that tell of what may be gone. */
    void meetHalfCleaned() {
        throw LimbeckException.migration(Problem.of(
                "half-cleaned",
                "somebody has begun to drop everything here, and has not come to the end",
                "Let it end: `mvn db:clean`. Where one is at work at this moment, wait for it."));
    }

    /** Keeps every other migrator away, on a connection of its own where there can be one. */
    final MigrationLock lock(Session session, AppliedRows applied) throws SQLException {
        VersionRows rows = workspace.rows(session.dialect());
        Duration timeout = workspace.settings().lockTimeout();
        Progress progress = workspace.settings().progress();
        if (session.another().isEmpty()) {
            return MigrationLock.onTheSame(
                    session.connection(), session.dialect().server(), rows, timeout, progress);
        }
        makeVersionTable(session, applied);
        return MigrationLock.take(
                session.another().get().get(),
                session.connection(),
                session.dialect().server(),
                rows,
                timeout,
                progress);
    }

    /** Makes the table that the lock stands in; another migrator may have been quicker. */
    private void makeVersionTable(Session session, AppliedRows applied) throws SQLException {
        Server server = session.dialect().server();
        if (applied.tableExists()
                || server.advisoryLock().isPresent()
                || server.lockBeside().isPresent()) {
            return;
        }
        VersionRows rows = workspace.rows(session.dialect());
        try {
            new ConnectionExecutor(session.connection(), Progress.SILENT, Etiquette.NONE).prepare(rows.create(false));
        } catch (LimbeckException refused) {
            if (!read(session).tableExists()) {
                throw refused;
            }
        }
    }

    static Planner.Live live(Session session) {
        LiveParts parts = new LiveParts(session.connection(), session.dialect());
        return new Planner.Live(new LiveTables(session.connection(), session.dialect()), parts, parts::remains);
    }

    final Etiquette etiquette(Session session) {
        Settings settings = workspace.settings();
        return new Etiquette(
                (int) settings.statementTimeout().toSeconds(),
                settings.lockWait(),
                settings.lockRetries(),
                session.dialect().server().lockWait());
    }

    final Workspace workspace() {
        return workspace;
    }

    @Override
    public final T offline(Writing writing) {
        throw new IllegalStateException("this needs a connection");
    }

    @Override
    public final boolean isOffline() {
        return false;
    }
}
