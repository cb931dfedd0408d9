package io.limbeck.online;

import groovy.lang.Closure;
import groovy.sql.Sql;
import io.limbeck.plan.Shown;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Sends single statements over a connection and tells of the slow ones. */
final class Sender implements AutoCloseable {

    private static final long SLOW_NANOS = 1_000_000_000L;
    private static final int BATCH = 500;

    private final Connection connection;
    private final Progress progress;
    private final Binding binding;
    private final int timeoutSeconds;
    private final List<String> aside = new ArrayList<>();
    /** What is sent again and again, by its text. */
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    private long revisionBegan;

    /**
     * @param timeoutSeconds how long a statement may run; 0 for as long as it takes
     */
    Sender(Connection connection, Progress progress, int timeoutSeconds) {
        this.connection = connection;
        this.progress = progress;
        this.binding = new Binding(connection);
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Begins to measure a revision's time. */
    void beginRevision() {
        revisionBegan = System.nanoTime();
    }

    /** How long the revision has taken so far. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - revisionBegan);
    }

    void execute(Statement statement) throws SQLException {
        long began = System.nanoTime();
        if (statement instanceof Statement.Begin) {
            begin();
        } else if (statement instanceof Statement.Commit) {
            commit();
        } else if (statement instanceof Statement.Aside setting) {
            putAside(setting);
        } else if (statement instanceof Statement.Sql sql) {
            send(sql);
        } else if (statement instanceof Statement.Code code) {
            call(code);
        } else if (statement instanceof Statement.Rows rows) {
            load(rows);
        }
        long took = System.nanoTime() - began;
        if (took > SLOW_NANOS) {
            progress.slow(Shown.text(statement), Duration.ofNanos(took));
        }
    }

    private void putAside(Statement.Aside setting) throws SQLException {
        boolean on;
        try (java.sql.Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(setting.query())) {
            on = row.next() && row.getInt(1) == 1;
        }
        if (on && connection.getAutoCommit()) {
            send(Statement.Sql.of(setting.off()));
            aside.add(setting.on());
        }
    }

    /** Puts settings back that were put aside; a connection that is closed by now has none. */
    void putBack() throws SQLException {
        if (!connection.isClosed() && connection.getAutoCommit()) {
            for (String on : aside) {
                send(Statement.Sql.of(on));
            }
            aside.clear();
        }
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void send(Statement.Sql sql) throws SQLException {
        if (sql.bound().isEmpty()) {
            sendPlain(sql.text());
        } else if (sql.bound().get().again()) {
            sendKept(sql.bound().get());
        } else {
            try (PreparedStatement prepared =
                    connection.prepareStatement(sql.bound().get().text())) {
                send(prepared, sql.bound().get());
            }
        }
    }

    private void sendPlain(String sql) throws SQLException {
        try (java.sql.Statement plain = connection.createStatement()) {
            plain.setEscapeProcessing(false);
            limit(plain);
            drain(plain, plain.execute(sql));
        }
    }

    private void sendKept(Statement.Bound bound) throws SQLException {
        PreparedStatement prepared = kept.get(bound.text());
        if (prepared == null) {
            prepared = connection.prepareStatement(bound.text());
            kept.put(bound.text(), prepared);
        }
        send(prepared, bound);
    }

    private void send(PreparedStatement prepared, Statement.Bound bound) throws SQLException {
        limit(prepared);
        for (int i = 0; i < bound.values().size(); i++) {
            bind(prepared, i + 1, bound.values().get(i));
        }
        drain(prepared, prepared.execute());
    }

    private void limit(java.sql.Statement statement) throws SQLException {
        if (timeoutSeconds > 0) {
            statement.setQueryTimeout(timeoutSeconds);
        }
    }

    /** Reads every result, since some drivers report a late error only then. */
    private static void drain(java.sql.Statement statement, boolean rows) throws SQLException {
        boolean more = rows;
        while (more || statement.getUpdateCount() != -1) {
            more = statement.getMoreResults();
        }
    }

    private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        Object plain = value == Statement.Elapsed.MILLIS
                ? (Object) (elapsed().toMillis())
                : value instanceof Literal literal ? literal.value() : value;
        binding.set(statement, index, plain);
    }

    private void call(Statement.Code code) {
        Sql sql = new Sql(Guarded.of(connection));
        Closure<?> closure = (Closure<?>) code.closure().clone();
        Object result = Silence.during(() -> closure.call(sql));
        if (result instanceof CompletionStage<?> stage) {
            stage.toCompletableFuture().join();
        }
    }

    /** A stream has no time limit of its own, so a limited one is sent as statements. */
    private void load(Statement.Rows rows) throws SQLException {
        if (timeoutSeconds == 0 && BulkSender.sends(connection, rows)) {
            return;
        }
        if (rows.grammar().sendsRowsAsText()) {
            try (Stream<String> statements = rows.statements()) {
                for (String each : (Iterable<String>) statements::iterator) {
                    send(Statement.Sql.of(each));
                }
            }
        } else {
            batch(rows);
        }
    }

    private void batch(Statement.Rows rows) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement(rows.wording().bound());
                RowReader row = rows.source().open()) {
            limit(insert);
            int waiting = 0;
            while (row.next()) {
                for (int i = 0; i < row.cells(); i++) {
                    binding.set(insert, i + 1, row.value(i).value());
                }
                insert.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }

    /** Lets go of what was kept; on a connection that is broken, that has gone with it. */
    @Override
    public void close() {
        for (PreparedStatement prepared : kept.values()) {
            try {
                prepared.close();
            } catch (SQLException gone) {
                // with its connection
            }
        }
        kept.clear();
    }
}
