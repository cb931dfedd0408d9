package io.limbeck;

import io.limbeck.dialect.Server;
import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.ConnectionExecutor;
import io.limbeck.online.Demolition;
import io.limbeck.online.Etiquette;
import io.limbeck.online.MigrationLock;
import io.limbeck.online.Progress;
import io.limbeck.plan.VersionRows;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Drops everything while no migrator is at work. Until all is gone, a row says so in the version table, which goes last;
 * where it holds the lock, when that is given back.
 */
final class CleanJob extends DatabaseJob<CleanReport> {

    private boolean begun;

    CleanJob(Workspace workspace) {
        super(workspace);
    }

    @Override
    void meetHalfCleaned() {
        begun = true;
    }

    @Override
    CleanReport online(Session session, AppliedRows applied) throws SQLException {
        Demolition demolition = new Demolition(session.connection(), session.dialect());
        VersionRows rows = workspace().rows(session.dialect());
        String versions = rows.table().value();
        Map<String, String> left = new LinkedHashMap<>();
        if (applied.tableExists()) {
            try (MigrationLock lock = lock(session, applied)) {
                if (read(session).tableExists() && !begun) {
                    new ConnectionExecutor(session.connection(), Progress.SILENT, Etiquette.NONE)
                            .prepare(List.of(rows.cleaning()));
                }
                left.putAll(demolition.dropAllBut(versions));
                Server server = session.dialect().server();
                if (server.advisoryLock().isPresent() || server.lockBeside().isPresent()) {
                    left.putAll(demolition.drop(versions));
                }
            }
        } else {
            left.putAll(demolition.dropAllBut(versions));
        }
        left.putAll(demolition.drop(versions));
        if (!left.isEmpty()) {
            throw LimbeckException.migration(Problem.of(
                    "not-dropped",
                    left.size() + (left.size() == 1 ? " thing" : " things") + " in " + demolition.place()
                            + " could not be dropped; " + demolition.dropped().size() + " are gone",
                    left.entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining("\n"))));
        }
        return new CleanReport(demolition.place(), demolition.dropped());
    }
}
