package io.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.RevisionStatus;
import io.limbeck.RevisionStatus.State;
import io.limbeck.error.Place;
import io.limbeck.online.AppliedRevision;
import io.limbeck.revision.Revision;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionTextsTest {

    private static final List<RevisionStatus> HISTORY = List.of(
            status("c3d4e5f6a7b8", "a message that says more than a line has room for, as some do", State.PENDING),
            status("b2c3d4e5f6a7", "add name", State.CHANGED),
            status("a1b2c3d4e5f6", "create account", State.APPLIED));

    @Test
    void statusIsATableThatFitsEightyColumns() {
        assertThat(String.join("\n", RevisionTexts.statuses(HISTORY))).isEqualTo("""
                        state    revision      message          applied           by        took
                        pending  c3d4e5f6a7b8  a message th...
                        changed  b2c3d4e5f6a7  add name         2026-11-23 10:15  postgres  1.5 s
                        applied  a1b2c3d4e5f6  create account   2026-11-23 10:15  postgres  1.5 s""");
    }

    @Test
    void historyIsALineEachWithTheCurrentOnesMarked() {
        assertThat(String.join("\n", RevisionTexts.lines(HISTORY))).isEqualTo("""
                          c3d4e5f6a7b8  a message that says more than a line has room...  (head)
                        * b2c3d4e5f6a7  add name  (current, changed)
                          a1b2c3d4e5f6  create account""");
    }

    @Test
    void noLineIsLongerThanATerminal() {
        assertThat(RevisionTexts.statuses(HISTORY)).allMatch(line -> line.length() <= Output.WIDTH);
        assertThat(RevisionTexts.lines(HISTORY)).allMatch(line -> line.length() <= Output.WIDTH + 7);
    }

    private static RevisionStatus status(String id, String message, State state) {
        Revision revision = new Revision(id, List.of(), message, Set.of(), List.of(), Place.file(id + ".groovy"));
        AppliedRevision row = new AppliedRevision(
                id,
                message,
                id + ".groovy",
                "1:00",
                LocalDateTime.of(2026, 11, 23, 10, 15)
                        .atZone(ZoneId.systemDefault())
                        .toInstant(),
                "postgres",
                Duration.ofMillis(1500),
                1,
                1,
                AppliedRevision.Status.APPLIED,
                "");
        return new RevisionStatus(
                revision,
                state,
                state == State.PENDING,
                state == State.CHANGED,
                state == State.PENDING ? Optional.empty() : Optional.of(row));
    }
}
