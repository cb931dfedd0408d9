package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.RepairReport;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Mends the version table: scripts that have changed count as what was applied, and rows of runs that failed before their
 * first statement go. With {@code assume} or {@code undo} it decides about a revision that is half-way instead.
 */
@Mojo(name = "repair", threadSafe = true, requiresProject = false)
public final class RepairMojo extends EachMojo<RepairReport> {

    /**
     * How the statement went that was being run when a run was killed: {@code applied} or {@code notApplied}. Only
     * needed where a run says that the catalogue does not tell.
     */
    @Parameter(property = "db.assume")
    private String assume;

    /** Takes back what is done of an upgrade that is half-way; an undo that did not end goes on. */
    @Parameter(property = "db.undo", defaultValue = "false")
    private boolean undo;

    @Override
    Need need() {
        return Need.DATABASE;
    }

    @Override
    RepairReport ask(Limbeck limbeck) {
        return limbeck.repair(repair());
    }

    @Override
    List<String> lines(RepairReport report) {
        List<String> lines = new ArrayList<>();
        report.mended().forEach(mended -> lines.add(mended.revision() + ": " + mended.fact()));
        if (lines.isEmpty()) {
            lines.add("There is nothing to repair.");
        }
        report.halfWay().forEach(row -> lines.add(advice(row)));
        return lines;
    }

    @Override
    boolean isQuiet(RepairReport report) {
        return report.mended().isEmpty() && report.halfWay().isEmpty();
    }

    private Repair repair() {
        Optional<String> word = Words.given(assume);
        if (word.isPresent() && undo) {
            throw LimbeckException.setup(Problem.of(
                    "contradiction",
                    "`db.assume` and `db.undo` cannot both be given",
                    "Say first how the statement went, then undo."));
        }
        if (word.isEmpty()) {
            return undo ? Repair.UNDO : Repair.ACCEPT;
        }
        return switch (word.get().toLowerCase(java.util.Locale.ROOT)) {
            case "applied" -> Repair.ASSUME_APPLIED;
            case "notapplied", "not-applied" -> Repair.ASSUME_NOT_APPLIED;
            default ->
                throw LimbeckException.setup(Problem.of(
                        "unknown-value",
                        "'" + word.get() + "' in `db.assume` is neither applied nor notApplied",
                        "Say -Ddb.assume=applied or -Ddb.assume=notApplied."));
        };
    }

    /** Shape: {@code b2 is half-way: 2 of 3 statements are done. mvn db:migrate goes on; …} */
    private static String advice(AppliedRevision row) {
        String extent = row.statementsDone() + " of " + row.statements() + " statements ";
        return row.revision()
                + switch (row.status()) {
                    case RUNNING ->
                        " is half-way: " + extent + "are done. mvn db:migrate goes on, mvn db:repair -Ddb.undo=true"
                                + " takes them back.";
                    case UNDOING ->
                        " is half undone: " + extent
                                + "that take it back are done. mvn db:repair -Ddb.undo=true goes on.";
                    default -> " is half-way: " + extent + "are reverted. mvn db:downgrade goes on.";
                };
    }

    @Override
    Map<String, Object> document(RepairReport report) {
        Map<String, Object> document = Documents.document(goal());
        document.put(
                "mended",
                report.mended().stream()
                        .map(mended -> {
                            Map<String, Object> object = new LinkedHashMap<>();
                            object.put("revision", mended.revision());
                            object.put("kind", Words.word(mended.kind()));
                            object.put("fact", mended.fact());
                            return object;
                        })
                        .toList());
        document.put(
                "halfWay",
                report.halfWay().stream()
                        .map(row -> {
                            Map<String, Object> object = new LinkedHashMap<>();
                            object.put("revision", row.revision());
                            object.put("status", row.status().word());
                            object.put("statements", row.statements());
                            object.put("statementsDone", row.statementsDone());
                            return object;
                        })
                        .toList());
        return document;
    }
}
