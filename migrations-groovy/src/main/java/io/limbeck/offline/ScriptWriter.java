package io.limbeck.offline;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.plan.Plan;
import io.limbeck.plan.VersionRows;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The end of a plan that writes: one script, complete or not at all. */
public final class ScriptWriter {

    private final Dialect dialect;
    private final VersionRows rows;
    private final boolean idempotent;
    private final ClientProfile profile;
    private final ClientText text;
    private final Appendable out;

    /**
     * @param idempotent whether each revision depends on what the version table says of it
     */
    public ScriptWriter(Dialect dialect, VersionRows rows, boolean idempotent, Appendable out) {
        this.dialect = dialect;
        this.rows = rows;
        this.idempotent = idempotent;
        this.profile = dialect.clientProfile();
        this.text = new ClientText(profile, dialect.scriptRules());
        this.out = out;
    }

    /**
     * Writes the plan.
     *
     * @throws LimbeckException before the first byte, when something has no SQL or cannot pass the client
     */
    public void write(Plan plan) {
        Unwritable.requireSql(plan);
        Rehearsal rehearsal = new Rehearsal();
        body(plan, rehearsal);
        rehearsal.requireNone();
        try {
            header(plan);
            body(plan, new Sink() {
                @Override
                public void statement(Plan.Part origin, String sql) throws IOException {
                    line(text.of(sql));
                }

                @Override
                public void lines(List<String> lines) throws IOException {
                    for (String each : lines) {
                        line(each);
                    }
                }

                @Override
                public List<String> guarded(Plan.Part origin, List<Guarded> stretches) {
                    return dialect.guarded(stretches);
                }
            });
            for (String footer : profile.footer()) {
                line(footer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where statements go; what is refused on the way is told of the part that it comes from. */
    interface Sink {

        void statement(Plan.Part origin, String sql) throws IOException;

        void lines(List<String> lines) throws IOException;

        List<String> guarded(Plan.Part origin, List<Guarded> stretches);
    }

    /** Finds all that cannot be written, and writes nothing. */
    private final class Rehearsal implements Sink {

        private final Set<Problem> problems = new LinkedHashSet<>();

        @Override
        public void statement(Plan.Part origin, String sql) {
            try {
                text.of(sql);
            } catch (Refusal refusal) {
                problems.add(problem(origin, refusal));
            }
        }

        @Override
        public void lines(List<String> lines) {
            // the client's own
        }

        @Override
        public List<String> guarded(Plan.Part origin, List<Guarded> stretches) {
            try {
                return dialect.guarded(stretches);
            } catch (Refusal refusal) {
                problems.add(refusal.code().equals("unsupported") ? refusal.nowhere() : problem(origin, refusal));
                return List.of();
            }
        }

        private Problem problem(Plan.Part origin, Refusal refusal) {
            return origin.origin().map(refusal::at).orElseGet(refusal::nowhere);
        }

        private void requireNone() {
            if (!problems.isEmpty()) {
                throw LimbeckException.migration(List.copyOf(problems));
            }
        }
    }

    private void body(Plan plan, Sink sink) {
        try {
            Parts parts = idempotent ? new Guards(dialect, rows, sink) : new Unguarded(profile, sink);
            for (Plan.Part part : (Iterable<Plan.Part>) plan.parts()::iterator) {
                parts.add(part);
            }
            parts.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a plan's parts one by one. */
    interface Parts {

        void add(Plan.Part part) throws IOException;

        /** Writes what has been kept back. */
        void flush() throws IOException;
    }

    static List<String> lines(Statement.Remark remark) {
        return List.of("", "-- " + remark.text().replaceAll("\\R", " "));
    }

    /** What is written for a statement; close the stream after use. */
    static Stream<String> texts(Statement statement, ClientProfile profile) {
        if (statement instanceof Statement.Begin) {
            return Stream.of(profile.begin()).filter(begin -> !begin.isEmpty());
        }
        if (statement instanceof Statement.Commit) {
            return Stream.of(profile.commit());
        }
        if (statement instanceof Statement.Aside setting) {
            return Stream.of(setting.off());
        }
        if (statement instanceof Statement.Rows rows) {
            return rows.statements();
        }
        return statement instanceof Statement.Code code
                ? code.offline().orElseThrow().stream()
                : Stream.of(((Statement.Sql) statement).text());
    }

    private void header(Plan plan) throws IOException {
        String way = plan.direction().name().toLowerCase(Locale.ROOT);
        line("-- " + way + " from " + heads(plan.headsBefore()) + " to " + heads(plan.headsAfter()) + ", for " + dialect
                + (idempotent ? "; what a database has already is left out" : ""));
        line("-- run with: " + profile.command());
        for (String header : profile.header()) {
            line(header);
        }
    }

    private static String heads(Set<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }

    private void line(String some) throws IOException {
        out.append(some).append('\n');
    }
}
