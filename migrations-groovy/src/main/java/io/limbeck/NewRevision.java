package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.plan.History;
import io.limbeck.revision.Identifiers;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.script.RevisionId;
import io.limbeck.script.ScriptTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A revision that is to be written.
 *
 * @param head what it follows: one or more targets, comma-separated; {@code base} for a new base; empty for the one
 *     head
 * @param splice whether what it follows need not be a head
 * @param sql an SQL script rather than a Groovy one
 */
public record NewRevision(
        String message,
        Optional<String> head,
        List<String> labels,
        List<String> dependsOn,
        boolean splice,
        boolean sql) {

    public NewRevision {
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A Groovy script behind the one head. */
    public static NewRevision of(String message) {
        return new NewRevision(message, Optional.empty(), List.of(), List.of(), false, false);
    }

    Path write(ScriptWriting writing, History history) {
        return write(writing, history, template -> sql ? template.sql() : template.groovy());
    }

    /** @param operations the body of its upgrade block, in pieces */
    Path write(ScriptWriting writing, History history, List<String> operations) {
        if (sql) {
            throw LimbeckException.setup(Problem.of(
                    "contradiction",
                    "a script that is filled in is written in Groovy",
                    "Leave sqlScript out; `mvn db:diff -Ddb.as=sql` shows the difference as SQL."));
        }
        return write(writing, history, template -> template.groovy(List.of(), operations));
    }

    private Path write(ScriptWriting writing, History history, Function<ScriptTemplate, String> text) {
        checkLabels(labels);
        List<String> down = followed(history);
        List<String> needed = dependsOn.stream()
                .map(target -> history.graph().labelled(target).isPresent()
                        ? target
                        : named(history, target).get(0).id())
                .toList();
        String id = RevisionId.random();
        ScriptTemplate template = new ScriptTemplate(id, down, message, labels, needed);
        return writing.write(id, message, sql ? "sql" : "groovy", text.apply(template));
    }

    static void checkLabels(List<String> labels) {
        for (String label : labels) {
            Identifiers.objection(label).ifPresent(why -> {
                throw LimbeckException.setup(
                        Problem.of("illegal-label", "the label '" + label + "' " + why, "Choose another name."));
            });
        }
    }

    private List<String> followed(History history) {
        if (head.isPresent()) {
            List<Revision> wanted = named(history, head.get());
            if (!splice) {
                requireHeads(history, wanted);
            }
            return wanted.stream().map(Revision::id).toList();
        }
        List<Revision> heads = history.graph().heads();
        if (heads.size() > 1) {
            throw LimbeckException.migration(Problem.of(
                    "several-heads",
                    "there are " + heads.size() + " heads: " + names(heads),
                    "Say which one to follow with -Ddb.head=" + heads.get(0).id() + ", or join them first with"
                            + " -Ddb.head=" + heads.stream().map(Revision::id).collect(Collectors.joining(",")) + "."));
        }
        return heads.stream().map(Revision::id).toList();
    }

    private static void requireHeads(History history, List<Revision> wanted) {
        for (Revision revision : wanted) {
            if (!history.graph().children(revision.id()).isEmpty()) {
                throw LimbeckException.migration(Problem.of(
                        "not-a-head",
                        "revision '" + revision.id() + "' is no head; others follow it already",
                        "Follow a head, or say -Ddb.splice=true to begin a branch there."));
            }
        }
    }

    private static List<Revision> named(History history, String target) {
        return new Movements(history.graph()).named(target, null);
    }

    private static String names(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> "'" + revision.id() + "' (" + revision.message() + ")")
                .collect(Collectors.joining(", "));
    }
}
