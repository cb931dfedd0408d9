package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.ValidationReport;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks that the graph is sound, that every script records without error and, where a database is there to be asked,
 * that what was applied has not changed since.
 */
@Mojo(name = "validate", threadSafe = true, requiresProject = false)
public final class ValidateMojo extends DatabaseMojo {

    @Override
    Need need() {
        return Need.DATABASE_IF_THERE;
    }

    @Override
    void run(Limbeck limbeck) {
        ValidationReport report = limbeck.validate();
        output().line(report.toString());
        Map<String, Object> document = Documents.document(goal());
        output().document(document);
    }
}
