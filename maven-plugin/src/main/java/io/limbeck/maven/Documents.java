package io.limbeck.maven;

import io.limbeck.MigrationReport;
import io.limbeck.RevisionStatus;
import io.limbeck.error.Problem;
import io.limbeck.online.AppliedRevision;
import io.limbeck.online.FinishedStep;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Answers for programs, as maps and lists that are JSON's objects and arrays. */
final class Documents {

    private Documents() {}

    /** Shape: {@code {"goal": "status", "revisions": [{"revision": …, "state": "applied", …}, …]}}, newest first. */
    static Map<String, Object> statuses(String goal, List<RevisionStatus> revisions) {
        Map<String, Object> document = document(goal);
        document.put("revisions", revisions.stream().map(Documents::status).toList());
        return document;
    }

    /** Shape: {@code {"goal": "migrate", "direction": "upgrade", "headsAfter": […], "revisions": […], …}}, newest first. */
    static Map<String, Object> report(String goal, String database, MigrationReport report) {
        Map<String, Object> document = document(goal);
        document.put("database", database);
        document.put("direction", Words.word(report.direction()));
        document.put("headsBefore", report.headsBefore());
        document.put("headsAfter", report.headsAfter());
        document.put("durationMs", report.duration().toMillis());
        document.put("warnings", report.warnings());
        document.put("revisions", newestFirst(report));
        return document;
    }

    private static List<Map<String, Object>> newestFirst(MigrationReport report) {
        List<Map<String, Object>> revisions =
                new ArrayList<>(report.steps().stream().map(Documents::step).toList());
        if (!report.steps().isEmpty() && report.steps().get(0).direction() != Direction.DOWNGRADE) {
            Collections.reverse(revisions);
        }
        return revisions;
    }

    private static Map<String, Object> step(FinishedStep step) {
        Map<String, Object> object = revision(step.revision());
        object.put("direction", Words.word(step.direction()));
        object.put("statements", step.statements());
        object.put("durationMs", step.duration().toMillis());
        return object;
    }

    private static Map<String, Object> status(RevisionStatus status) {
        Map<String, Object> object = revision(status.revision());
        object.put("state", Words.word(status.state()));
        object.put("head", status.head());
        object.put("current", status.current());
        status.applied().ifPresent(row -> applied(object, row));
        return object;
    }

    private static void applied(Map<String, Object> object, AppliedRevision row) {
        object.put("appliedAt", row.appliedAt() == null ? null : row.appliedAt().toString());
        object.put("appliedBy", row.appliedBy());
        object.put("durationMs", row.duration().toMillis());
        object.put("statements", row.statements());
        object.put("statementsDone", row.statementsDone());
        object.put("checksum", row.checksum());
    }

    static Map<String, Object> revision(Revision revision) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("revision", revision.id());
        object.put("down", revision.down());
        object.put("labels", revision.labels());
        object.put("dependsOn", revision.dependsOn());
        object.put("message", revision.message());
        object.put("script", revision.script());
        return object;
    }

    static Map<String, Object> problem(Problem problem) {
        return problem(problem, text -> text);
    }

    /**
     * @param shown takes out of a text what must not be shown
     */
    static Map<String, Object> problem(Problem problem, UnaryOperator<String> shown) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", problem.code());
        problem.place().ifPresent(place -> {
            object.put("script", place.source());
            object.put("line", place.line());
            object.put("column", place.column());
        });
        object.put("fact", shown.apply(problem.fact()));
        object.put("remedy", problem.remedy().map(shown).orElse(null));
        return object;
    }

    static Map<String, Object> document(String goal) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("goal", goal);
        return document;
    }
}
