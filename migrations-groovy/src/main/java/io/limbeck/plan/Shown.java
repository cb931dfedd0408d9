package io.limbeck.plan;

import io.limbeck.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Statements for people: a screen's part of their text at most. */
public final class Shown {

    private static final int LINES = 10;
    private static final int WIDTH = 160;

    private Shown() {}

    /** A statement in a line or several. */
    public static String text(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return sql.text();
        }
        if (statement instanceof Statement.Rows rows) {
            return rows.wording().shown() + " from " + rows.source().name();
        }
        if (statement instanceof Statement.Aside setting) {
            return setting.off();
        }
        return statement instanceof Statement.Code ? "data { … }" : "commit";
    }

    /** Each line of a text behind a bar; those that are too many or too long are cut. */
    public static String framed(String text) {
        List<String> lines = text.strip().lines().toList();
        String shown =
                lines.stream().limit(LINES).map(line -> "| " + cut(line, WIDTH)).collect(Collectors.joining("\n"));
        int more = lines.size() - LINES;
        return more <= 0 ? shown : shown + "\n| … (" + more + (more == 1 ? " more line)" : " more lines)");
    }

    public static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width) + " …";
    }
}
