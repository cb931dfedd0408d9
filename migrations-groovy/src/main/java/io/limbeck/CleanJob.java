package io.limbeck;

import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.Demolition;
import io.limbeck.online.MigrationLock;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Drops everything while no migrator is at work; the version table, which may hold the lock, when that is given back. */
final class CleanJob extends DatabaseJob<CleanReport> {

    CleanJob(Workspace workspace) {
        super(workspace);
    }

    @Override
    CleanReport online(Session session, AppliedRows applied) throws SQLException {
        Demolition demolition = new Demolition(session.connection(), session.dialect());
        String versions = workspace().rows(session.dialect()).table().value();
        Map<String, String> left = new LinkedHashMap<>();
        if (applied.tableExists()) {
            try (MigrationLock lock = lock(session, applied)) {
                left.putAll(demolition.dropAllBut(versions));
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
