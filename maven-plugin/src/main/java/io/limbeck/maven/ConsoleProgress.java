package io.limbeck.maven;

import io.limbeck.online.FinishedStep;
import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.time.Duration;

/** Tells how a run goes on: a line for each revision with its time. */
final class ConsoleProgress implements Progress {

    private static final int LONGEST_SQL = 50;

    private final Output output;
    private final Redaction redaction;

    /** Begins each line, such as with the name of one of several databases. */
    private final String prefix;

    ConsoleProgress(Output output, Redaction redaction) {
        this(output, redaction, "");
    }

    private ConsoleProgress(Output output, Redaction redaction, String prefix) {
        this.output = output;
        this.redaction = redaction;
        this.prefix = prefix;
    }

    @Override
    public Progress of(String database) {
        return new ConsoleProgress(output, redaction, database + ": ");
    }

    @Override
    public void slow(String sql, Duration duration) {
        output.line(prefix + "    " + Texts.cut(sql.strip().replaceAll("\\s+", " "), LONGEST_SQL) + "  "
                + Durations.text(duration));
    }

    @Override
    public void done(FinishedStep step) {
        output.line(prefix + line(step, prefix.length()));
    }

    @Override
    public void waiting(String holder) {
        output.line(prefix + "Waiting for another migrator: " + redaction.text(holder));
    }

    @Override
    public void lockedOut(String sql, int retry, int retries) {
        output.line(prefix + "    waiting for a lock, retry " + retry + " of " + retries + ": "
                + Texts.cut(sql.strip().replaceAll("\\s+", " "), LONGEST_SQL));
    }

    @Override
    public void warning(String text) {
        output.warning(prefix + redaction.text(text));
    }

    /** Shape: {@code + a1b2c3d4e5f6  create account  12 ms}; {@code taken} is what stands before it. */
    static String line(FinishedStep step, int taken) {
        Revision revision = step.revision();
        String head = sign(step.direction()) + " " + revision.id() + "  ";
        String time = Durations.text(step.duration());
        int space = Math.max(10, Output.WIDTH - taken - head.length() - time.length() - 2);
        return head + Texts.padded(Texts.cut(revision.message(), Math.min(space, 46)), Math.min(space, 46)) + "  "
                + time;
    }

    private static String sign(Direction direction) {
        return switch (direction) {
            case UPGRADE -> "+";
            case DOWNGRADE -> "-";
            case STAMP -> "=";
        };
    }
}
