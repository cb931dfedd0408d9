package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Shown;
import io.limbeck.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a plan that runs: one connection, each statement in turn. */
public final class ConnectionExecutor {

    /** How many seconds a server may take to say that it is there. */
    private static final int PATIENCE = 5;

    private final Connection connection;
    private final Progress progress;
    private final Etiquette etiquette;
    private final Sender sender;

    public ConnectionExecutor(Connection connection, Progress progress, Etiquette etiquette) {
        this.connection = connection;
        this.progress = progress;
        this.etiquette = etiquette;
        this.sender = new Sender(connection, progress, etiquette.timeoutSeconds());
    }

    /**
     * Runs the plan; a transaction that is open on the connection is joined and neither committed nor rolled back.
     *
     * @return each finished step with its time
     * @throws LimbeckException when a statement fails, with what was done and what was not
     */
    public List<FinishedStep> run(Plan plan) throws SQLException {
        Pool.spend(connection, plan);
        boolean joined = !connection.getAutoCommit();
        return joined ? run(plan, true) : etiquette.during(connection, () -> run(plan, false));
    }

    private List<FinishedStep> run(Plan plan, boolean joined) throws SQLException {
        List<FinishedStep> report = new ArrayList<>();
        List<Plan.Step> done = new ArrayList<>();
        Failure.Surroundings surroundings = joined
                ? Failure.Surroundings.JOINED
                : plan.oneTransaction() ? Failure.Surroundings.ONE_TRANSACTION : Failure.Surroundings.NONE;
        try {
            if (plan.oneTransaction()) {
                send(plan.asides());
                sender.begin();
            }
            send(plan.preparation());
            for (Plan.Step step : plan.steps()) {
                report.add(run(step, done, surroundings));
                done.add(step);
                if (!plan.oneTransaction()) {
                    sender.putBack();
                }
            }
            if (plan.oneTransaction()) {
                commit(done, surroundings);
            }
            sender.putBack();
            sender.close();
            return report;
        } catch (Exception | Error failure) {
            if (!joined) {
                rollBack(failure);
            }
            putBack(failure);
            throw failure;
        }
    }

    /** Ends the transaction around all; what is deferred may be refused only now. */
    private void commit(List<Plan.Step> done, Failure.Surroundings surroundings) throws SQLException {
        try {
            sender.commit();
        } catch (SQLException failure) {
            if (done.isEmpty()) {
                throw failure;
            }
            int last = done.size() - 1;
            Plan.Part commit = Plan.Part.own(new Statement.Commit());
            throw new Failure(done.get(last), commit, done.subList(0, last), surroundings)
                    .report(failure, fate(failure), 0, done.get(last).size(), true);
        }
    }

    private void putBack(Throwable failure) {
        try (sender) {
            sender.putBack();
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    /**
     * Sends the statements that make the version table ready.
     *
     * @throws LimbeckException when one is refused
     */
    public void prepare(List<Statement> preparation) {
        try (sender) {
            send(preparation);
        }
    }

    private void send(List<Statement> preparation) {
        for (Statement statement : preparation) {
            try {
                sender.execute(statement);
            } catch (SQLException refused) {
                if (fate(refused) == Failure.Fate.LOST) {
                    throw Failure.lost(refused);
                }
                throw LimbeckException.setup(
                        Problem.of(
                                "version-table",
                                "the version table cannot be written: " + refused.getMessage(),
                                "Let the user who is connected make tables there, or name another place with"
                                        + " 'versionTable' and 'versionTableSchema'. The statement was\n"
                                        + Shown.text(statement)),
                        refused);
            }
        }
    }

    private FinishedStep run(Plan.Step step, List<Plan.Step> done, Failure.Surroundings surroundings) {
        progress.began(step.revision(), step.direction());
        sender.beginRevision();
        int finished = step.doneBefore();
        int committed = finished;
        int begin = -1;
        int retry = 1;
        Plan.Part last = step.parts().get(step.parts().size() - 1);
        for (int i = 0; i < step.parts().size(); i++) {
            Plan.Part part = step.parts().get(i);
            boolean open = begin >= 0;
            try {
                run(step, part, part == last);
            } catch (Exception | LinkageError | AssertionError failure) {
                if (surroundings == Failure.Surroundings.NONE && triesAgain(part, failure, retry, open)) {
                    retry++;
                    finished = open ? committed : finished;
                    i = (open ? begin : i) - 1;
                    begin = -1;
                    continue;
                }
                Failure.Fate fate = fate(failure);
                if (fate == Failure.Fate.REFUSED) {
                    takeDown(part, failure, open, surroundings);
                }
                boolean rolledBack = open || surroundings == Failure.Surroundings.ONE_TRANSACTION;
                throw new Failure(step, part, done, surroundings)
                        .report(failure, fate, rolledBack ? committed : finished, finished, rolledBack);
            }
            if (part.site().isPresent()) {
                finished++;
            }
            if (part.statement() instanceof Statement.Begin || part.statement() instanceof Statement.Commit) {
                begin = part.statement() instanceof Statement.Begin ? i : -1;
                committed = surroundings == Failure.Surroundings.ONE_TRANSACTION ? committed : finished;
                retry = begin < 0 ? 1 : retry;
            }
        }
        FinishedStep result = new FinishedStep(step.revision(), step.direction(), step.size(), sender.elapsed());
        progress.done(result);
        return result;
    }

    /** Rolls back what a lock stood in the way of, and lets the holder go first, if there is another try. */
    private boolean triesAgain(Plan.Part part, Throwable failure, int retry, boolean open) {
        if (!etiquette.triesAgain(failure, retry)) {
            return false;
        }
        try {
            if (open) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            progress.lockedOut(Shown.text(part.statement()), retry, etiquette.retries());
            Etiquette.pause(retry);
            return true;
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
            return false;
        }
    }

    /** Where the server cannot be heard, or gave up by itself, the statement may still take effect. */
    private Failure.Fate fate(Throwable failure) {
        Optional<SQLException> refusal = Failure.ofDatabase(failure);
        if (refusal.isEmpty()) {
            return Failure.Fate.REFUSED;
        }
        if (!answers()) {
            return Failure.Fate.LOST;
        }
        String state = refusal.get().getSQLState();
        if (etiquette.hasGivenUp(refusal.get())) {
            return Failure.Fate.REFUSED;
        }
        return refusal.get() instanceof SQLTimeoutException || state != null && state.startsWith("08")
                ? Failure.Fate.UNHEARD
                : Failure.Fate.REFUSED;
    }

    private boolean answers() {
        try {
            return !connection.isClosed() && connection.isValid(PATIENCE);
        } catch (SQLException broken) {
            return false;
        }
    }

    /** Lets the version table know that a statement was refused. */
    private void takeDown(Plan.Part part, Throwable failure, boolean open, Failure.Surroundings surroundings) {
        if (part.onFailure().isEmpty() || surroundings != Failure.Surroundings.NONE) {
            return;
        }
        try {
            if (open) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            sender.execute(part.onFailure().get());
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** The version row is the last but a commit; whoever hears of it may still add to the open transaction. */
    private void run(Plan.Step step, Plan.Part part, boolean last) throws SQLException {
        boolean commits = part.statement() instanceof Statement.Commit;
        if (last && commits) {
            progress.versionApplied(step.revision(), step.direction());
        }
        if (etiquette.isPatient(part.statement()) && connection.getAutoCommit()) {
            etiquette.patiently(connection, () -> {
                sender.execute(part.statement());
                return null;
            });
        } else {
            sender.execute(part.statement());
        }
        if (last && !commits) {
            progress.versionApplied(step.revision(), step.direction());
        }
    }

    private void rollBack(Throwable failure) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }
}
