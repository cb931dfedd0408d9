package io.limbeck.maven;

import io.limbeck.RevisionStatus;
import io.limbeck.online.AppliedRevision;
import io.limbeck.revision.GraphDrawing;
import io.limbeck.revision.Revision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Revisions for people: as a table, as one line each, as a page. */
final class RevisionTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RevisionTexts() {}

    /** A table: every revision, its state, when, by whom, how long. */
    static List<String> statuses(List<RevisionStatus> revisions) {
        List<List<String>> rows = revisions.stream()
                .map(each -> List.of(
                        state(each) + progress(each),
                        each.revision().id(),
                        each.revision().message(),
                        applied(each, row -> time(row.appliedAt(), MINUTE)),
                        applied(each, AppliedRevision::appliedBy),
                        applied(each, RevisionTexts::took)))
                .toList();
        return Texts.table(List.of("state", "revision", "message", "applied", "by", "took"), rows, 2);
    }

    /** Shape: {@code * a1b2c3d4e5f6  create account  (head, current)}; the star marks what is current. */
    static List<String> lines(List<RevisionStatus> revisions) {
        int ids = revisions.stream()
                .mapToInt(each -> each.revision().id().length())
                .max()
                .orElse(0);
        return revisions.stream().map(each -> line(each, ids)).toList();
    }

    /** The history as {@link GraphDrawing} draws it, with what there is to say of each revision. */
    static List<String> drawing(List<RevisionStatus> revisions) {
        Map<String, RevisionStatus> statuses = new HashMap<>();
        revisions.forEach(status -> statuses.put(status.revision().id(), status));
        return GraphDrawing.lines(
                revisions.stream().map(RevisionStatus::revision).toList(),
                revision -> marks(statuses.get(revision.id())),
                Output.WIDTH);
    }

    private static List<String> marks(RevisionStatus status) {
        List<String> marks = new ArrayList<>();
        if (status.head()) {
            marks.add("head");
        }
        if (status.current()) {
            marks.add("current");
        }
        switch (status.state()) {
            case APPLIED, UNKNOWN -> {}
            default -> marks.add(state(status));
        }
        return marks;
    }

    private static String line(RevisionStatus status, int ids) {
        String start = (status.current() ? "* " : "  ")
                + Texts.padded(status.revision().id(), ids) + "  ";
        String notes = notes(status);
        int space = Output.WIDTH - start.length() - (notes.isEmpty() ? 0 : notes.length() + 2);
        String message = Texts.cut(status.revision().message(), Math.max(12, space));
        return (start + message + (notes.isEmpty() ? "" : "  " + notes)).stripTrailing();
    }

    private static String notes(RevisionStatus status) {
        List<String> notes = new ArrayList<>(status.revision().labels());
        if (status.head()) {
            notes.add("head");
        }
        if (status.current()) {
            notes.add("current");
        }
        switch (status.state()) {
            case APPLIED, PENDING, UNKNOWN -> {}
            default -> notes.add(state(status));
        }
        return notes.isEmpty() ? "" : "(" + String.join(", ", notes) + ")";
    }

    /** All that is known of one revision. */
    static List<String> page(RevisionStatus status) {
        Revision revision = status.revision();
        List<String> lines = new ArrayList<>();
        lines.add("revision    " + revision.id() + (notes(status).isEmpty() ? "" : "  " + notes(status)));
        entry(lines, "message", revision.message());
        entry(lines, "follows", revision.isBase() ? "nothing, it is a base" : String.join(", ", revision.down()));
        entry(lines, "labels", String.join(", ", revision.labels()));
        entry(lines, "depends on", String.join(", ", revision.dependsOn()));
        entry(lines, "script", revision.script());
        if (status.state() != RevisionStatus.State.UNKNOWN) {
            entry(lines, "state", state(status));
        }
        status.applied().ifPresent(row -> {
            entry(
                    lines,
                    "applied",
                    time(row.appliedAt(), SECOND) + (row.appliedBy() == null ? "" : " by " + row.appliedBy()));
            entry(lines, "took", took(row));
            entry(lines, "statements", row.statementsDone() + " of " + row.statements());
        });
        return lines;
    }

    private static void entry(List<String> lines, String name, String value) {
        if (!value.isBlank()) {
            lines.add(Texts.padded(name, 12) + value);
        }
    }

    static String state(RevisionStatus status) {
        return Words.word(status.state()).replace('-', ' ');
    }

    /** How much is done of what is half-way. Shape: {@code  (2 of 3)} */
    private static String progress(RevisionStatus status) {
        return status.applied()
                .filter(row -> row.status() != AppliedRevision.Status.APPLIED)
                .map(row -> " (" + row.statementsDone() + " of " + row.statements() + ")")
                .orElse("");
    }

    /** Nobody has measured what has not ended. */
    private static String took(AppliedRevision row) {
        return row.status() == AppliedRevision.Status.APPLIED ? Durations.text(row.duration()) : "";
    }

    private static String applied(RevisionStatus status, Function<AppliedRevision, String> fact) {
        return status.applied().map(fact).map(String::strip).orElse("");
    }

    private static String time(Instant instant, DateTimeFormatter format) {
        return instant == null ? "" : format.format(instant.atZone(ZoneId.systemDefault()));
    }
}
