package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.dsl.Recorded;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Irreversible;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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
        return pieces(operations.stream()
                .filter(applied -> !(applied.operation() instanceof Irreversible))
                .toList());
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
        for (Replay.Applied applied : operations) {
            Recorded recorded = applied.recorded();
            try {
                boolean alone = recorded.autocommit() || applied.operation().outsideTransaction(dialect);
                List<Statement> statements = dialect.statements(applied.operation(), applied.before());
                for (int i = 0; i < statements.size(); i++) {
                    Statement statement = statements.get(i);
                    if (!isFrame(applied, statement)) {
                        requireReadable(statement);
                        requireAllowed(recorded, alone);
                        pieces.add(new Assembly.Piece(
                                statement,
                                recorded.site(),
                                alone,
                                RowChanges.of(applied.operation(), statement),
                                new Share(applied.operation(), applied.before(), statements, i)));
                    }
                }
            } catch (Refusal refusal) {
                problems.add(refusal.at(Replay.place(recorded, refusal)));
            } catch (LimbeckException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        return pieces;
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
            try (Stream<?> all = rows.source().rows()) {
                all.forEach(row -> {});
            }
        }
    }
}
