package io.limbeck.maven;

import io.limbeck.Against;
import io.limbeck.AutogenerateReport;
import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.NewRevision;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a new script from a template, behind the single head or the one that is named; or, with {@code
 * db.autogenerate=true}, one that does what the target metadata asks for.
 *
 * <p>A first revision that is still as {@code db:init} wrote it, and was applied nowhere, makes room for it.
 */
@Mojo(name = "revision", threadSafe = true, requiresProject = false)
public final class RevisionMojo extends DatabaseMojo {

    /** What the revision is for, such as {@code create account}. */
    @Parameter(property = "db.message")
    private String message;

    /** What it follows: a revision, or several for a merge point; {@code base} begins a new base. */
    @Parameter(property = "db.head")
    private String head;

    /** Names for the branch that begins with it, comma-separated. */
    @Parameter(property = "db.labels")
    private String labels;

    /** Revisions of other branches that must be applied before, comma-separated. */
    @Parameter(property = "db.dependsOn")
    private String dependsOn;

    /** Lets it follow a revision that others follow already, so that a branch begins. */
    @Parameter(property = "db.splice", defaultValue = "false")
    private boolean splice;

    /** Writes an SQL script instead of a Groovy one. */
    @Parameter(property = "db.sqlScript", defaultValue = "false")
    private boolean sqlScript;

    /** Fills it with what leads to the target metadata; where nothing differs, nothing is written. */
    @Parameter(property = "db.autogenerate", defaultValue = "false")
    private boolean autogenerate;

    /** What the target metadata is compared with then: the {@code history}, or a {@code database}. */
    @Parameter(property = "db.against", defaultValue = "history")
    private String against;

    /** What becomes of what seems to have got another name: {@code ask}, or {@code never} taken for the same. */
    @Parameter(property = "db.renames", defaultValue = "ask")
    private String renames;

    /** Only a first revision that is about to go is looked for in a database. */
    @Override
    Need need() {
        if (autogenerate && against() == Against.DATABASE) {
            return Need.DATABASE;
        }
        return new FirstRevision(this).isThere() && head == null ? Need.DATABASE_IF_THERE : Need.DIALECT;
    }

    private Against against() {
        return Words.choice("db.against", against, Against.class);
    }

    @Override
    void configure(Configuration configuration) {
        configuration.renames(
                Words.choice("db.renames", renames, Renaming.class).answers(isInteractive()));
    }

    @Override
    void run(Limbeck limbeck) {
        NewRevision request = new NewRevision(
                Words.needed("db.message", message, "Say what the revision is for: `-Ddb.message=\"create account\"`."),
                Words.given(head),
                Words.list(labels),
                Words.list(dependsOn),
                splice,
                sqlScript);
        FirstRevision first = new FirstRevision(this);
        if (head == null && first.isThere() && isWritten(limbeck)) {
            first.makeRoom(limbeck);
        }
        Map<String, Object> document = Documents.document(goal());
        Optional<Path> script =
                autogenerate ? written(limbeck, request, document) : Optional.of(limbeck.revision(request));
        first.tell();
        output().line(script.map(file -> "Wrote " + workspace().named(file))
                .orElse("Nothing differs, so nothing was written."));
        document.put("script", script.map(Path::toString).orElse(null));
        output().document(document);
    }

    private boolean isWritten(Limbeck limbeck) {
        return !autogenerate || !limbeck.diff(Words.word(against()), "target").isEmpty();
    }

    private Optional<Path> written(Limbeck limbeck, NewRevision request, Map<String, Object> document) {
        AutogenerateReport report = limbeck.autogenerate(request, against());
        if (!report.difference().unknown().isEmpty()) {
            output().line("Left out, as raw SQL speaks of it: "
                    + String.join(", ", report.difference().unknown()));
        }
        report.difference().summary().forEach(output()::line);
        document.put("difference", report.difference().document());
        return report.script();
    }
}
