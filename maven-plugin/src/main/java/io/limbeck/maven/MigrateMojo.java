package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Upgrades the database: applies every revision that is pending, each in a transaction where the database has them for
 * DDL. Nothing is sent before all pending scripts were found right.
 *
 * <p>Leaves the project properties {@code db.url} (without user and password) and {@code db.current} (the applied heads)
 * for later plugins, unless there are several databases.
 */
@Mojo(name = "migrate", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class MigrateMojo extends ReportMojo {

    /**
     * How far: a revision, {@code heads}, {@code +2}, {@code label@head}; several are comma-separated. By default all
     * heads, though two that no label tells apart must be meant: they are refused unless {@code heads} is said.
     */
    @Parameter(property = "db.target")
    private String target;

    @Override
    MigrationReport ask(Limbeck limbeck) {
        String named = Words.orNull(target);
        return named == null ? limbeck.upgrade() : limbeck.upgrade(named);
    }

    @Override
    void behind(Limbeck limbeck, MigrationReport report) {
        BuildProperties.leave(project(), session(), reached().url(), report.headsAfter());
    }
}
