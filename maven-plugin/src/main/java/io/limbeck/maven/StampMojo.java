package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Moves the version table to a target without running any script. */
@Mojo(name = "stamp", threadSafe = true, requiresProject = false)
public final class StampMojo extends ReportMojo {

    /** Where the database is: a revision, {@code heads}, {@code base}; several are comma-separated. */
    @Parameter(property = "db.target")
    private String target;

    /** Empties the version table first; else branches that are not named keep their rows. */
    @Parameter(property = "db.purge", defaultValue = "false")
    private boolean purge;

    @Override
    MigrationReport ask(Limbeck limbeck) {
        String named = Words.needed(
                "db.target",
                target,
                "Say where the database is: `-Ddb.target=heads`, `-Ddb.target=base` or `-Ddb.target=<revision>`.");
        return limbeck.stamp(named, purge);
    }
}
