package io.limbeck.offline;

import io.limbeck.plan.Plan;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Writes parts as they come.
 *
 * <p>Where a client begins transactions by itself, what stands outside any is committed together with the row that counts
 * it, as soon as that is written.
 */
final class Unguarded implements ScriptWriter.Parts {

    private final ClientProfile profile;
    private final ScriptWriter.Sink sink;
    private boolean open;
    private Plan.Part uncommitted;

    Unguarded(ClientProfile profile, ScriptWriter.Sink sink) {
        this.profile = profile;
        this.sink = sink;
    }

    @Override
    public void add(Plan.Part part) throws IOException {
        boolean counted = uncommitted != null && uncommitted.site().isEmpty();
        if (part.statement() instanceof Statement.Remark remark) {
            flush();
            sink.lines(ScriptWriter.lines(remark));
            return;
        }
        boolean begins = part.statement() instanceof Statement.Begin;
        if (begins || counted && part.site().isPresent()) {
            flush();
        }
        try (Stream<String> statements = ScriptWriter.texts(part.statement(), profile)) {
            for (String sql : (Iterable<String>) statements::iterator) {
                sink.statement(part, sql);
            }
        }
        if (begins || part.statement() instanceof Statement.Commit) {
            open = begins;
        } else if (profile.begin().isEmpty() && !open) {
            uncommitted = part;
        }
    }

    @Override
    public void flush() throws IOException {
        if (uncommitted != null) {
            sink.statement(uncommitted, profile.commit());
            uncommitted = null;
        }
    }
}
