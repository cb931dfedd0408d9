package io.limbeck.maven;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Downgrades the database to a target that must be named, such as {@code -1}, {@code base} or a revision. */
@Mojo(name = "downgrade", threadSafe = true, requiresProject = false)
public final class DowngradeMojo extends ReportMojo {

    /** How far: {@code -1} reverts the last revision, {@code base} all, a revision what came behind it. */
    @Parameter(property = "db.target")
    private String target;

    /** Whether rows that no script declares stay as they are, instead of keeping the goal from anything. */
    @Parameter(property = "db.ignoreUndeclared", defaultValue = "false")
    private boolean ignoreUndeclared;

    @Override
    Configuration configuration() {
        return super.configuration().ignoreUndeclared(ignoreUndeclared);
    }

    @Override
    MigrationReport ask(Limbeck limbeck) {
        String named = Words.needed(
                "db.target",
                target,
                "`-Ddb.target=-1` reverts the last revision, `-Ddb.target=base` all, `-Ddb.target=<revision>` what came"
                        + " behind it.");
        return limbeck.downgrade(named);
    }
}
