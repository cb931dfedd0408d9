package io.limbeck.online;

import groovy.lang.Closure;
import groovy.sql.Sql;
import io.limbeck.MigrationReport;
import io.limbeck.Progress;
import io.limbeck.plan.Plan;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The end of a plan that runs: one connection, each statement in turn. */
public final class ConnectionExecutor {

    private static final long SLOW_NANOS = 1_000_000_000L;
    private static final int BATCH = 500;

    private final Connection connection;
    private final Progress progress;
    private final int timeoutSeconds;
    private long revisionBegan;

    /**
     * @param timeoutSeconds how long a statement may run; 0 for as long as it takes
     */
    public ConnectionExecutor(Connection connection, Progress progress, int timeoutSeconds) {
        this.connection = connection;
        this.progress = progress;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * Runs the plan.
     *
     * @return each finished step with its time
     * @throws io.limbeck.error.LimbeckException when a statement fails, with what was done and what was not
     */
    public List<MigrationReport.Step> run(Plan plan) throws SQLException {
        List<MigrationReport.Step> report = new ArrayList<>();
        List<Plan.Step> done = new ArrayList<>();
        boolean wasAutoCommit = connection.getAutoCommit();
        try {
            if (plan.oneTransaction()) {
                begin();
            }
            for (Statement statement : plan.preparation()) {
                execute(statement);
            }
            for (Plan.Step step : plan.steps()) {
                report.add(run(step, done, plan.oneTransaction()));
                done.add(step);
            }
            if (plan.oneTransaction()) {
                commit();
            }
            return report;
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(failure, wasAutoCommit);
            throw failure;
        } finally {
            if (wasAutoCommit && !connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private MigrationReport.Step run(Plan.Step step, List<Plan.Step> done, boolean oneTransaction) {
        progress.began(step.revision(), step.direction());
        long began = System.nanoTime();
        revisionBegan = began;
        int finished = 0;
        int committed = 0;
        boolean open = false;
        Plan.Part last = step.parts().get(step.parts().size() - 1);
        for (Plan.Part part : step.parts()) {
            try {
                if (part == last && part.statement() instanceof Statement.Commit) {
                    progress.versionApplied(step.revision(), step.direction());
                    execute(part.statement());
                } else {
                    execute(part.statement());
                    if (part == last) {
                        progress.versionApplied(step.revision(), step.direction());
                    }
                }
            } catch (Exception | LinkageError | AssertionError failure) {
                boolean rolledBack = open || oneTransaction;
                throw Failure.report(
                        unwrapped(failure),
                        step,
                        part.origin(),
                        described(part.statement()),
                        rolledBack,
                        rolledBack ? committed : finished,
                        done,
                        oneTransaction);
            }
            if (part.origin().isPresent()) {
                finished++;
            }
            if (part.statement() instanceof Statement.Begin) {
                open = true;
                committed = finished;
            } else if (part.statement() instanceof Statement.Commit) {
                open = false;
                committed = finished;
            }
        }
        MigrationReport.Step result = new MigrationReport.Step(
                step.revision(), step.direction(), step.size(), Duration.ofNanos(System.nanoTime() - began));
        progress.done(result);
        return result;
    }

    private void execute(Statement statement) throws SQLException {
        long began = System.nanoTime();
        if (statement instanceof Statement.Begin) {
            begin();
        } else if (statement instanceof Statement.Commit) {
            commit();
        } else if (statement instanceof Statement.Sql sql) {
            send(sql);
        } else if (statement instanceof Statement.Code code) {
            call(code);
        } else if (statement instanceof Statement.Rows rows) {
            load(rows);
        }
        long took = System.nanoTime() - began;
        if (took > SLOW_NANOS) {
            progress.slow(described(statement), Duration.ofNanos(took));
        }
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    private void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void send(Statement.Sql sql) throws SQLException {
        if (sql.bound().isPresent()) {
            Statement.Bound bound = sql.bound().get();
            try (PreparedStatement prepared = connection.prepareStatement(bound.text())) {
                prepared.setQueryTimeout(timeoutSeconds);
                for (int i = 0; i < bound.values().size(); i++) {
                    bind(prepared, i + 1, bound.values().get(i));
                }
                drain(prepared, prepared.execute());
            }
        } else {
            try (java.sql.Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                plain.setQueryTimeout(timeoutSeconds);
                drain(plain, plain.execute(sql.text()));
            }
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
                ? (Object) ((System.nanoTime() - revisionBegan) / 1_000_000)
                : value instanceof Literal literal ? literal.value() : value;
        Binding.set(statement, index, plain);
    }

    private void call(Statement.Code code) {
        Sql sql = new Sql(connection);
        Closure<?> closure = (Closure<?>) code.closure().clone();
        Object result = closure.call(sql);
        if (result instanceof CompletionStage<?> stage) {
            stage.toCompletableFuture().join();
        }
    }

    private void load(Statement.Rows rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(rows.bound());
                Stream<List<Literal>> all = rows.source().rows()) {
            int waiting = 0;
            for (List<Literal> row : (Iterable<List<Literal>>) all::iterator) {
                for (int i = 0; i < row.size(); i++) {
                    Binding.set(insert, i + 1, row.get(i).value());
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

    private void rollBack(Throwable failure, boolean wasAutoCommit) {
        try {
            if (wasAutoCommit && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof java.util.concurrent.CompletionException
                        || cause instanceof org.codehaus.groovy.runtime.InvokerInvocationException
                        || cause instanceof java.lang.reflect.UndeclaredThrowableException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof java.sql.BatchUpdateException batch && batch.getNextException() != null) {
            return batch.getNextException();
        }
        return cause;
    }

    private static String described(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return sql.text();
        }
        if (statement instanceof Statement.Rows rows) {
            return rows.into() + "… from " + rows.source().name();
        }
        return statement instanceof Statement.Code ? "data { … }" : "commit";
    }
}
