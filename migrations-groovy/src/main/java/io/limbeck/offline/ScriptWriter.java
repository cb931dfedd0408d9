package io.limbeck.offline;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The end of a plan that writes: one script, complete or not at all. */
public final class ScriptWriter {

    private final Dialect dialect;
    private final ClientProfile profile;
    private final Appendable out;

    public ScriptWriter(Dialect dialect, Appendable out) {
        this.dialect = dialect;
        this.profile = dialect.clientProfile();
        this.out = out;
    }

    /**
     * Writes the plan.
     *
     * @throws LimbeckException before the first byte, when a step is code for which there is no SQL
     */
    public void write(Plan plan) {
        requireSql(plan);
        try {
            header(plan);
            for (Statement statement : (Iterable<Statement>) plan.statements()::iterator) {
                write(statement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSql(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            for (Plan.Part part : step.parts()) {
                if (part.statement() instanceof Statement.Code code
                        && code.offline().isEmpty()) {
                    problems.add(Problem.at(
                            part.origin().orElse(Place.file(step.revision().script())),
                            "no-sql",
                            "a data block has no SQL, so it cannot be written into a script",
                            plan.direction() == Direction.DOWNGRADE
                                    ? "Give it the SQL that undoes it: data(reverse: { sql -> … }, reverseOffline:"
                                            + " 'update …') { sql -> … }"
                                    : "Give it the SQL that the script has instead: data(offline: 'update …')"
                                            + " { sql -> … }"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
    }

    private void header(Plan plan) throws IOException {
        line("-- " + plan.direction().name().toLowerCase(java.util.Locale.ROOT) + " from " + heads(plan.headsBefore())
                + " to " + heads(plan.headsAfter()) + ", for " + dialect);
        line("-- run with: " + profile.command());
        for (String header : profile.header()) {
            line(header);
        }
    }

    private static String heads(Set<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }

    private void write(Statement statement) throws IOException {
        if (statement instanceof Statement.Begin) {
            if (!profile.begin().isEmpty()) {
                terminated(profile.begin());
            }
        } else if (statement instanceof Statement.Commit) {
            terminated(profile.commit());
        } else if (statement instanceof Statement.Remark remark) {
            line("");
            line("-- " + remark.text().replaceAll("\\R", " "));
        } else if (statement instanceof Statement.Sql sql) {
            terminated(sql.text());
        } else if (statement instanceof Statement.Code code) {
            for (String sql : code.offline().orElseThrow()) {
                terminated(sql);
            }
        } else if (statement instanceof Statement.Rows rows) {
            rows(rows);
        }
    }

    private void rows(Statement.Rows rows) throws IOException {
        try (Stream<String> inserts = rows.inserts()) {
            for (String insert : (Iterable<String>) inserts::iterator) {
                terminated(insert);
            }
        }
    }

    /** The terminator stands on a line of its own where the last line might end in a comment. */
    private void terminated(String sql) throws IOException {
        String text = sql.stripTrailing();
        boolean commented = text.substring(text.lastIndexOf('\n') + 1).contains("--");
        line(text + (commented ? "\n" : "") + profile.terminator());
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
