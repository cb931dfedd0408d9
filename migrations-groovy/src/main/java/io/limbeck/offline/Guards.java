package io.limbeck.offline;

import io.limbeck.dialect.Dialect;
import io.limbeck.plan.Due;
import io.limbeck.plan.Plan;
import io.limbeck.plan.VersionRows;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts conditions around a plan's parts: what belongs together goes under one, in SQL where the dialect can, else by
 * the client.
 *
 * <p>Where DDL takes part in transactions, these stand around the conditions; elsewhere they stand within, since each is
 * a change of rows and its counter.
 */
final class Guards implements ScriptWriter.Parts {

    /** Statements under one condition at most, so that the rows of a file do not make one of them all. */
    private static final int MOST = 50;

    private final Dialect dialect;
    private final VersionRows rows;
    private final ClientProfile profile;
    private final boolean transactional;
    private final ScriptWriter.Sink sink;
    private final Unguarded unguarded;
    private final List<Guarded> stretches = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private Due due;
    private Plan.Part origin;
    private boolean open;

    Guards(Dialect dialect, VersionRows rows, ScriptWriter.Sink sink) {
        this.dialect = dialect;
        this.rows = rows;
        this.profile = dialect.clientProfile();
        this.transactional = dialect.supports(Feature.TRANSACTIONAL_DDL);
        this.sink = sink;
        this.unguarded = new Unguarded(profile, sink);
    }

    @Override
    public void add(Plan.Part part) throws IOException {
        boolean begins = part.statement() instanceof Statement.Begin;
        if (begins || part.statement() instanceof Statement.Commit) {
            if (transactional) {
                flush();
                unguarded.add(part);
            } else {
                if (begins) {
                    close();
                }
                take(part);
            }
            open = begins;
            return;
        }
        if (part.due().isEmpty()) {
            flush();
            unguarded.add(part);
            return;
        }
        if (due != null && !due.equals(part.due().get())) {
            close();
        }
        due = part.due().get();
        take(part);
    }

    private void take(Plan.Part part) throws IOException {
        origin = origin == null || origin.site().isEmpty() ? part : origin;
        try (Stream<String> texts = ScriptWriter.texts(part.statement(), profile)) {
            for (String sql : (Iterable<String>) texts::iterator) {
                if (statements.size() == MOST && transactional) {
                    flush();
                    due = part.due().orElseThrow();
                    origin = part;
                }
                statements.add(sql);
            }
        }
    }

    private void close() {
        if (!statements.isEmpty() && due != null) {
            if (!transactional && profile.begin().isEmpty() && !last().equals(profile.commit())) {
                statements.add(profile.commit());
            }
            stretches.add(new Guarded(rows.condition(due), statements));
            statements.clear();
        }
        due = null;
    }

    private String last() {
        return statements.get(statements.size() - 1);
    }

    @Override
    public void flush() throws IOException {
        close();
        unguarded.flush();
        if (stretches.isEmpty()) {
            return;
        }
        List<Guarded> taken = List.copyOf(stretches);
        stretches.clear();
        Plan.Part from = origin;
        origin = null;
        if (profile.branch().isPresent() && !(transactional && open)) {
            for (Guarded stretch : taken) {
                branch(from, stretch, profile.branch().get());
            }
            return;
        }
        for (String sql : sink.guarded(from, taken)) {
            sink.statement(from, sql);
        }
    }

    private void branch(Plan.Part from, Guarded stretch, ClientProfile.Branch branch) throws IOException {
        sink.lines(branch.open().stream()
                .map(line -> line.replace("CONDITION", stretch.condition()))
                .toList());
        for (String sql : stretch.statements()) {
            sink.statement(from, sql);
        }
        sink.lines(branch.close());
    }
}
