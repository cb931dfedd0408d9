package io.limbeck.maven;

import io.limbeck.Against;
import io.limbeck.CheckReport;
import io.limbeck.Limbeck;
import io.limbeck.SchemaDifference;
import io.limbeck.revision.Revision;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails when the target metadata asks for what no revision does yet, and shows it as it would be written. Asks no
 * database; {@code db.against=database} also compares a database with the revisions that it has.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends DatabaseMojo {

    /** {@code history}, or {@code database} to tell drift of a database as well. */
    @Parameter(property = "db.against", defaultValue = "history")
    private String against;

    @Override
    Need need() {
        return against() == Against.DATABASE ? Need.DATABASE : Need.DIALECT;
    }

    private Against against() {
        return Words.choice("db.against", against, Against.class);
    }

    @Override
    void run(Limbeck limbeck) {
        CheckReport report = limbeck.check(against());
        report.work().ifPresent(this::tellUnknown);
        report.drift().ifPresent(this::tellUnknown);
        output().document(document(report));
        report.requireClean();
        output().line(sentence(report));
    }

    private void tellUnknown(SchemaDifference difference) {
        if (!difference.unknown().isEmpty()) {
            output().line("Left out, as raw SQL speaks of it: " + String.join(", ", difference.unknown()));
        }
    }

    private static String sentence(CheckReport report) {
        String target = report.work().isPresent()
                ? "The revisions do all that the target metadata asks for"
                : "There is no target metadata";
        return target + (report.drift().isPresent() ? "; the database is what its revisions made it." : ".");
    }

    private Map<String, Object> document(CheckReport report) {
        Map<String, Object> document = Documents.document(goal());
        document.put("clean", report.isClean());
        report.work().ifPresent(work -> document.put("work", work.document()));
        report.drift().ifPresent(drift -> document.put("drift", drift.document()));
        document.put("pending", report.pending().stream().map(Revision::id).toList());
        return document;
    }
}
