package io.limbeck.plan;

import io.limbeck.script.ScriptFile;
import io.limbeck.script.StatementText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the version table keeps of the statements that are done of a revision, so that a script which was edited meanwhile
 * is noticed. Shape: {@code 3f9a21bc04de 1f2e 93ab >0c4d}
 *
 * <p>The first word proves all of them together; the short ones behind it, one for each of the last statements, tell
 * which one differs. Behind {@code >} stands the statement that is being run, where its effect is not committed together
 * with the journal; once it is known to have failed, that is taken away.
 *
 * <p>Where the statements are those that take an upgrade back, behind {@code <} stands first how many of the upgrade were
 * done, and what proves these. Shape: {@code <7:b03e6a0c88d1 3f9a21bc04de 1f2e >93ab}
 */
final class Journal {

    static final char IN_FLIGHT = '>';
    static final char UNDOES = '<';

    /** As many as the version table has room for. */
    private static final int LAST = 90;

    private static final int LONG = 12;
    private static final int SHORT = 4;

    private final Supplier<List<String>> contents;
    private final String head;
    private List<String> own;
    private List<String> together;

    /**
     * @param contents what each of a revision's statements is known by, in order; asked for when it is needed
     */
    Journal(Supplier<List<String>> contents) {
        this(contents, "");
    }

    private Journal(Supplier<List<String>> contents, String head) {
        this.contents = contents;
        this.head = head;
    }

    /** Of a script's statements. */
    static Journal of(List<Assembly.Piece> pieces, ScriptFile file) {
        return new Journal(() -> pieces.stream()
                .map(piece -> StatementText.of(piece.statement(), piece.site().place(), file))
                .toList());
    }

    /** The same where the statements take back the first ones of an upgrade. */
    Journal undoing(int done, Journal upgrade) {
        return new Journal(contents, UNDOES + (done + ":" + upgrade.proof(done)) + " ");
    }

    private List<String> own() {
        if (own == null) {
            own = contents.get().stream().map(Journal::digest).toList();
            together = new ArrayList<>(List.of(""));
            for (String content : own) {
                together.add(digest(together.get(together.size() - 1) + content));
            }
        }
        return own;
    }

    /** The journal when so many are done and none is being run. */
    String after(int done) {
        if (done == 0) {
            return head.strip();
        }
        List<String> statements = own().subList(Math.max(0, done - LAST), done);
        return statements.stream()
                .map(each -> each.substring(0, SHORT))
                .collect(Collectors.joining(" ", head + proof(done) + " ", ""));
    }

    /** What proves the first statements, all together; empty for none. */
    private String proof(int done) {
        own();
        return done == 0 ? "" : together.get(done).substring(0, LONG);
    }

    /** The journal when so many are done and the next one is being run. */
    String during(int done) {
        return (after(done) + " " + IN_FLIGHT + own().get(done).substring(0, SHORT)).strip();
    }

    /** Whether the statements that a journal calls done are still the first ones here. */
    boolean agrees(Begun begun) {
        return begun.journal().isEmpty()
                || begun.done() <= own().size() && done(begun.journal()).equals(after(begun.done()));
    }

    /** Whether the statement that was being run is still the next one here. */
    boolean goesOnWith(Begun begun) {
        return begun.done() < own().size() && begun.journal().equals(during(begun.done()));
    }

    /** The first statement that differs from what the journal says, counted from 0; that behind the last, if one is gone. */
    int difference(Begun begun) {
        List<String> shorts = shorts(begun);
        int first = begun.done() - shorts.size();
        for (int i = 0; i < shorts.size(); i++) {
            if (first + i >= own().size() || !own().get(first + i).startsWith(shorts.get(i))) {
                return first + i;
            }
        }
        return 0;
    }

    /** Whether a statement was put in at a place, rather than changed there. */
    boolean isInserted(Begun begun, int at) {
        return continues(begun, at, at + 1);
    }

    /** Whether the statement that ran at a place was taken out, rather than changed there. */
    boolean isRemoved(Begun begun, int at) {
        return continues(begun, at + 1, at);
    }

    /** Whether what ran from one place on stands here from another. */
    private boolean continues(Begun begun, int then, int now) {
        List<String> shorts = shorts(begun);
        int first = begun.done() - shorts.size();
        return then < begun.done()
                && now < own().size()
                && then >= first
                && own().get(now).startsWith(shorts.get(then - first));
    }

    private static List<String> shorts(Begun begun) {
        String done = done(begun.journal());
        List<String> words = done.isEmpty() ? List.of() : Arrays.asList(done.split(" "));
        int first = done.indexOf(UNDOES) == 0 ? 2 : 1;
        return words.size() <= first ? List.of() : words.subList(first, words.size());
    }

    private static String done(String journal) {
        int next = journal.indexOf(IN_FLIGHT);
        return (next < 0 ? journal : journal.substring(0, next)).strip();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
