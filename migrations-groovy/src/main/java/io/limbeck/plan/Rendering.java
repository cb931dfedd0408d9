package io.limbeck.plan;

import io.limbeck.dialect.Asked;
import io.limbeck.dialect.Batch;
import io.limbeck.dialect.Dialect;
import io.limbeck.dsl.Recorded;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Irreversible;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words folded operations in a dialect, and gathers what the dialect refuses. */
final class Rendering {

    private final Dialect dialect;
    private final Framing framing;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    Rendering(Dialect dialect, Framing framing) {
        this.dialect = dialect;
        this.framing = framing;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The statements of a revision going up. */
    List<Assembly.Piece> up(List<Replay.Applied> operations) {
        List<Replay.Applied> reversible = new ArrayList<>(operations.size());
        for (Replay.Applied applied : operations) {
            if (!(applied.operation() instanceof Irreversible)) {
                reversible.add(applied);
            }
        }
        return pieces(reversible);
    }

    /** The statements of a revision going down; one that says it cannot is a problem. */
    List<Assembly.Piece> down(List<Replay.Applied> operations) {
        for (Replay.Applied applied : operations) {
            if (applied.operation() instanceof Irreversible irreversible) {
                problems.add(Problem.at(
                        applied.recorded().site().place(),
                        "irreversible",
                        "this revision says that it cannot be undone: " + irreversible.why(),
                        "Choose a target above it."));
            }
        }
        return pieces(operations);
    }

    /** The statements of operations, whatever they are. */
    List<Assembly.Piece> pieces(List<Replay.Applied> operations) {
        List<Assembly.Piece> pieces = new ArrayList<>();
        for (Group group : groups(operations)) {
            pieces.addAll(group.pieces());
        }
        return pieces;
    }

    /**
     * Operations that are worded together, with their statements.
     *
     * @param rebuilt whether a table is made anew for them
     */
    record Group(List<Replay.Applied> operations, List<Assembly.Piece> pieces, boolean rebuilt) {

        Schema before() {
            return operations.get(0).before();
        }

        Schema after() {
            return operations.get(operations.size() - 1).after();
        }
    }

    /** The statements of operations, those together that belong together. */
    List<Group> groups(List<Replay.Applied> operations) {
        List<Group> groups = new ArrayList<>();
        List<Worded> asked = new ArrayList<>(operations.size());
        for (Replay.Applied applied : operations) {
            asked.add(new Worded(applied, dialect));
        }
        for (Batch<Worded> batch : dialect.batches(asked)) {
            Replay.Applied applied = batch.first().applied();
            Recorded recorded = applied.recorded();
            List<Assembly.Piece> pieces = new ArrayList<>();
            groups.add(new Group(applied(batch), pieces, batch.rebuilt()));
            try {
                for (Worded each : batch.asked()) {
                    for (String warning : dialect.warnings(each.operation(), each.before())) {
                        warnings.add(each.applied().recorded().site().place() + ": " + warning + ".");
                    }
                }
                List<Statement> statements = dialect.statements(batch);
                for (int i = 0; i < statements.size(); i++) {
                    Statement statement = statements.get(i);
                    if (!isFrame(applied, statement)) {
                        requireReadable(statement);
                        requireAllowed(recorded, batch.first().alone());
                        pieces.add(new Assembly.Piece(
                                statement,
                                recorded.site(),
                                batch.first().alone(),
                                RowChanges.of(applied.operation(), statement),
                                share(batch, statements, i),
                                dialect.aside(batch)));
                    }
                }
                if (batch.warning().isPresent()) {
                    warnings.add(
                            recorded.site().place() + ": " + batch.warning().get());
                }
            } catch (Refusal refusal) {
                problems.add(refusal.at(Replay.place(recorded, refusal)));
            } catch (LimbeckException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        return groups;
    }

    private static List<Replay.Applied> applied(Batch<Worded> batch) {
        List<Replay.Applied> together = new ArrayList<>(batch.asked().size());
        for (Worded each : batch.asked()) {
            together.add(each.applied());
        }
        return together;
    }

    /** An operation with what decides about the statements around it. */
    private record Worded(Replay.Applied applied, boolean alone) implements Asked {

        Worded(Replay.Applied applied, Dialect dialect) {
            this(
                    applied,
                    applied.recorded().autocommit()
                            || dialect.outsideTransaction(applied.operation(), applied.before()));
        }

        @Override
        public Operation operation() {
            return applied.operation();
        }

        @Override
        public Schema before() {
            return applied.before();
        }

        @Override
        public Recreate recreate() {
            return applied.recorded().recreate();
        }
    }

    private static Share share(Batch<Worded> batch, List<Statement> statements, int number) {
        Worded last = batch.asked().get(batch.asked().size() - 1);
        return new Share(
                batch.first().operation(),
                batch.first().before(),
                last.applied().after(),
                statements,
                number);
    }

    private void requireAllowed(Recorded recorded, boolean alone) {
        boolean within = framing == Framing.ALL || framing == Framing.JOINED;
        if (alone && within && dialect.supports(io.limbeck.sql.Feature.TRANSACTIONAL_DDL)) {
            problems.add(Problem.at(
                    recorded.site().place(),
                    "outside-transaction",
                    "this runs outside any transaction, and "
                            + (framing == Framing.ALL
                                    ? "the whole run is to be one transaction"
                                    : "the run joins a transaction that is open on the caller's connection"),
                    framing == Framing.ALL
                            ? "Use transaction=per-revision, or migrate up to this revision first."
                            : "Hand over a connection in auto-commit mode, or a DataSource."));
        }
    }

    /** Leaves out a BEGIN or COMMIT that a script brings along, since the plan has its own. */
    private boolean isFrame(Replay.Applied applied, Statement statement) {
        if (!(applied.operation() instanceof Execute) || !(statement instanceof Statement.Sql sql)) {
            return false;
        }
        Place place = applied.recorded().site().place();
        if (TransactionWords.rollsBack(sql.text())) {
            problems.add(Problem.at(
                    place,
                    "transaction-control",
                    "a migration cannot roll back the transaction it runs in",
                    "Leave the " + sql.text().strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT) + " out."));
        }
        if (TransactionWords.chains(sql.text())) {
            problems.add(Problem.at(
                    place,
                    "transaction-control",
                    "a migration cannot begin another transaction in the one it runs in",
                    "Leave the statement out, or at least its AND CHAIN."));
        }
        if (TransactionWords.frames(sql.text())) {
            warnings.add(place + ": '" + sql.text().strip()
                    + "' is left out, since each revision is committed together with its row in the version table.");
            return true;
        }
        return false;
    }

    /** Reads the rows of a file once, so that what is wrong with them shows before the first statement is sent. */
    private static void requireReadable(Statement statement) {
        if (statement instanceof Statement.Rows rows) {
            rows.requireReadable();
        }
    }
}
