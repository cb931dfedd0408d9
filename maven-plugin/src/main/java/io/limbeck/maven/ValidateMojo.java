package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.ValidationReport;
import io.limbeck.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks that the graph is sound, that every script records without error and, where a database is there to be asked,
 * that what was applied has not changed since.
 */
@Mojo(name = "validate", threadSafe = true, requiresProject = false)
public final class ValidateMojo extends EachMojo<ValidationReport> {

    @Override
    Need need() {
        return Need.DATABASE_IF_THERE;
    }

    @Override
    ValidationReport ask(Limbeck limbeck) {
        return limbeck.validate();
    }

    @Override
    List<String> lines(ValidationReport report) {
        return Stream.concat(
                        report.irreversible().stream().map(Problem::toString).flatMap(String::lines),
                        Stream.of(sentence(report)))
                .toList();
    }

    @Override
    Map<String, Object> document(ValidationReport report) {
        Map<String, Object> document = Documents.document(goal());
        document.put("revisionsChecked", report.revisions());
        document.put("databaseAsked", report.databaseAsked());
        document.put(
                "irreversible",
                report.irreversible().stream().map(Documents::problem).toList());
        return document;
    }

    /** Shape: {@code 12 revisions are sound, 1 of them cannot be undone; no database was asked.} */
    private static String sentence(ValidationReport report) {
        int stuck = report.irreversible().size();
        return Texts.count(report.revisions(), "revision") + (report.revisions() == 1 ? " is" : " are") + " sound"
                + (stuck == 0 ? "" : ", though " + stuck + " cannot be undone")
                + (report.databaseAsked() ? "; what was applied has not changed." : "; no database was asked.");
    }
}
