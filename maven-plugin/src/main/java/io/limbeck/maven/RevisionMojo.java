package io.limbeck.maven;

import io.limbeck.Limbeck;
import io.limbeck.NewRevision;
import io.limbeck.RevisionStatus;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a new script from a template, behind the single head or the one that is named.
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

    private Optional<Path> replaced = Optional.empty();

    /** Only a first revision that is about to go is looked for in a database. */
    @Override
    Need need() {
        return scaffold().untouched().isPresent() && head == null ? Need.DATABASE_IF_THERE : Need.DIALECT;
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
        if (head == null) {
            scaffold().untouched().filter(first -> isAppliedNowhere(limbeck)).ifPresent(this::remove);
        }
        Path script = limbeck.revision(request);
        replaced.ifPresent(first -> output().line("Took " + workspace().named(first) + " away, as nothing was in it."));
        output().line("Wrote " + workspace().named(script));
        Map<String, Object> document = Documents.document(goal());
        document.put("script", script.toString());
        output().document(document);
    }

    private Scaffold scaffold() {
        return new Scaffold(directory());
    }

    /** When in doubt it is applied somewhere. */
    private static boolean isAppliedNowhere(Limbeck limbeck) {
        try {
            return limbeck.history("").stream().map(RevisionStatus::applied).allMatch(Optional::isEmpty);
        } catch (LimbeckException unknown) {
            return false;
        }
    }

    private void remove(Path first) {
        try {
            Files.delete(first);
            replaced = Optional.of(first);
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of("unwritable-file", workspace().named(first) + " cannot be removed", null), unwritable);
        }
    }
}
