package io.limbeck;

import io.limbeck.autogenerate.Difference;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Schema;
import io.limbeck.script.RevisionId;
import io.limbeck.script.ScriptTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what a database has as the first revision. */
final class Baseline {

    private final Workspace workspace;
    private final String message;

    Baseline(Workspace workspace, String message) {
        this.workspace = workspace;
        this.message = message;
    }

    /** A script that is yet to be stamped. */
    BaselineReport write(Schemas schemas) {
        requireBeginning(schemas);
        Schema live = schemas.inspected(List.of());
        Difference difference =
                Difference.between(Schema.EMPTY, live, schemas.dialect(), workspace.rules(schemas.dialect()));
        if (difference.isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "nothing-there",
                    "the database has nothing that a baseline could begin with",
                    "An empty database needs none: mvn db:revision -Ddb.message=\"create account\""));
        }
        String id = RevisionId.random();
        String text =
                new ScriptTemplate(id, List.of(), message, List.of(), List.of()).groovy(List.of(), difference.script());
        Path script = workspace.writing().write(id, message, "groovy", text);
        return new BaselineReport(script, id, live, new ArrayList<>(difference.notes()));
    }

    private void requireBeginning(Schemas schemas) {
        int scripts = workspace.history().graph().revisions().size();
        if (scripts > 0) {
            throw LimbeckException.migration(Problem.of(
                    "has-history",
                    "there " + (scripts == 1 ? "is a revision" : "are " + scripts + " revisions")
                            + " already, so a baseline cannot be the first",
                    "mvn db:stamp tells a database that it has some of them; `mvn db:diff -Ddb.from=history"
                            + " -Ddb.to=database` shows what they leave out."));
        }
        if (!schemas.versions().isEmpty()) {
            throw LimbeckException.migration(Problem.of(
                    "has-history",
                    "the version table has revisions already: " + String.join(", ", schemas.versions()),
                    "Bring their scripts here; or empty the table if they are gone for good."));
        }
    }
}
