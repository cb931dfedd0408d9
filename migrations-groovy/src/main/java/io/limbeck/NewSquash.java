package io.limbeck;

import io.limbeck.error.Problem;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.script.RevisionId;
import io.limbeck.script.ScriptTemplate;
import io.limbeck.squash.Squashed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A revision that is to stand for others.
 *
 * @param range the others, as {@code from:to}, both ends among them
 * @param message empty for one that names the ends
 */
public record NewSquash(String range, Optional<String> message) {

    SquashReport write(Workspace workspace) {
        List<Revision> revisions =
                new ArrayList<>(new Movements(workspace.history().graph()).history(range, null));
        Collections.reverse(revisions);
        Squashed squashed = workspace.squash().of(revisions);
        String id = RevisionId.random();
        String title = message.orElseGet(() -> "squash " + revisions.get(0).id() + " to "
                + revisions.get(revisions.size() - 1).id());
        String text = new ScriptTemplate(id, squashed.down(), title, squashed.labels(), squashed.dependsOn())
                .groovy(revisions.stream().map(Revision::id).toList(), squashed.operations());
        Path script = workspace.writing().write(id, title, "groovy", text);
        List<Problem> notes = new ArrayList<>(squashed.uncondensed());
        revisions.stream()
                .filter(revision -> workspace.history().script(revision).hasDowngrade())
                .forEach(revision -> notes.add(Problem.at(
                        revision.place(),
                        "downgrade-derived",
                        "the downgrade block of '" + revision.id() + "' is not carried over",
                        "The squash's downgrade is derived from its upgrade; write one where that is not enough.")));
        return new SquashReport(script, revisions, notes);
    }
}
