package io.limbeck.maven;

import io.limbeck.CleanReport;
import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Drops everything in the schema of the connection. Refused unless the POM allows it. */
@Mojo(name = "clean", threadSafe = true, requiresProject = false)
public final class CleanMojo extends DatabaseMojo {

    private static final String PROPERTY = "db.cleanEnabled";

    /**
     * Whether everything may be dropped: {@code true} in the POM, where it is reviewed; there the property
     * {@code db.cleanEnabled} will do, too. A command line cannot allow it.
     */
    @Parameter(defaultValue = "false")
    private boolean cleanEnabled;

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    void configure(Configuration configuration) {
        boolean allowed = cleanEnabled || isAllowedByProperty();
        boolean said = Boolean.parseBoolean(session().getUserProperties().getProperty(PROPERTY))
                || Boolean.parseBoolean(session().getSystemProperties().getProperty(PROPERTY));
        if (said && !allowed) {
            throw LimbeckException.setup(Problem.of(
                    "clean-disabled",
                    "a command line cannot allow that everything is dropped",
                    "Say <cleanEnabled>true</cleanEnabled> in the POM of a project whose databases may go."));
        }
        configuration.cleanEnabled(allowed);
    }

    /** Settings are a machine's and not a project's, though Maven mixes their properties with the POM's. */
    private boolean isAllowedByProperty() {
        return Boolean.parseBoolean(project().getProperties().getProperty(PROPERTY))
                && session().getSettings().getProfiles().stream()
                        .noneMatch(profile -> profile.getProperties().containsKey(PROPERTY));
    }

    @Override
    void run(Limbeck limbeck) {
        CleanReport report = limbeck.clean();
        output().line(Texts.count(report.dropped().size(), "statement") + " dropped everything in " + report.schema()
                + ".");
        Map<String, Object> document = Documents.document(goal());
        document.put("schema", report.schema());
        document.put("dropped", report.dropped());
        output().document(document);
    }
}
