package io.limbeck.plan;

import io.limbeck.call.Site;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a revision's statements, its transactions and its row in the version table together.
 *
 * <p>Where everything fits into one transaction, the row is written once, at its end. Where not, the row goes first, as
 * {@code running}, and its counter follows: behind each statement that stands alone, in one transaction with it where it
 * changes rows, and within each longer transaction.
 */
final class Assembly {

    /** The longest message that stands in a remark. */
    private static final int HEADLINE = 100;

    private final VersionRows rows;
    private final boolean transactional;
    private final Framing framing;

    /**
     * @param transactional whether the database's DDL takes part in transactions
     */
    Assembly(VersionRows rows, boolean transactional, Framing framing) {
        this.rows = rows;
        this.transactional = transactional;
        this.framing = framing;
    }

    /**
     * A statement of a revision.
     *
     * @param alone whether it must stand outside any transaction
     * @param rows whether it changes rows alone, so that it can be undone everywhere
     * @param aside what must be put aside before the transaction that it runs in
     */
    record Piece(Statement statement, Site site, boolean alone, boolean rows, Optional<Statement.Aside> aside) {}

    /**
     * @param replaces whether a row of that name may be there and goes first
     * @param done how many statements an earlier run has done, whose row is there; -1 where there was none
     */
    Plan.Step step(
            Revision revision, Direction direction, String checksum, List<Piece> pieces, boolean replaces, int done) {
        List<Plan.Part> parts = new ArrayList<>();
        String verb = direction == Direction.DOWNGRADE ? "revert " : "apply ";
        String message = revision.message().isBlank() ? "" : ": " + headline(revision.message());
        parts.add(Plan.Part.own(new Statement.Remark(verb + revision.id() + message)));
        pieces.stream()
                .flatMap(piece -> piece.aside().stream())
                .distinct()
                .forEach(aside -> parts.add(Plan.Part.own(aside)));
        Row row = new Row(revision, direction, checksum, pieces.size());
        boolean whole = pieces.stream().noneMatch(this::standsAlone);
        if (done < 0 && whole) {
            begin(parts);
            if (replaces) {
                parts.add(row.own(rows.delete(revision.id())));
            }
            pieces.forEach(piece -> parts.add(part(piece, row)));
            parts.add(row.own(row.atOnce()));
            commit(parts);
        } else {
            if (replaces) {
                parts.add(row.own(rows.delete(revision.id())));
            }
            piecemeal(parts, row, pieces, done);
        }
        return new Plan.Step(revision, direction, parts, pieces.size());
    }

    private static String headline(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() <= HEADLINE ? line : line.substring(0, HEADLINE - 1) + "…";
    }

    private void piecemeal(List<Plan.Part> parts, Row row, List<Piece> pieces, int before) {
        parts.add(row.own(before < 0 ? row.first() : row.resumed()));
        row.reached(Math.max(before, 0));
        boolean open = false;
        for (int done = Math.max(before, 0); done < pieces.size(); done++) {
            Piece piece = pieces.get(done);
            boolean last = done == pieces.size() - 1;
            if (standsAlone(piece)) {
                if (open) {
                    parts.add(row.own(row.progress(done)));
                    row.reached(done);
                    commit(parts);
                    open = false;
                }
                alone(parts, piece, row, last ? row.last() : row.progress(done + 1));
                row.reached(done + 1);
            } else {
                if (!open) {
                    begin(parts);
                    open = true;
                }
                parts.add(part(piece, row));
                if (last) {
                    parts.add(row.own(row.last()));
                    commit(parts);
                }
            }
        }
        if (before >= pieces.size()) {
            parts.add(row.own(row.last()));
        }
    }

    /** Rows are changed together with the counter, since doing it twice would be worse than not at all. */
    private void alone(List<Plan.Part> parts, Piece piece, Row row, Statement counter) {
        boolean together =
                piece.rows() && !transactional && (framing == Framing.PER_REVISION || framing == Framing.ALL);
        if (together) {
            parts.add(Plan.Part.own(new Statement.Begin()));
        }
        parts.add(part(piece, row));
        parts.add(row.own(counter));
        if (together) {
            parts.add(Plan.Part.own(new Statement.Commit()));
        }
    }

    private boolean standsAlone(Piece piece) {
        return !transactional || framing == Framing.NONE || piece.alone();
    }

    private void begin(List<Plan.Part> parts) {
        if (transactional && framing == Framing.PER_REVISION) {
            parts.add(Plan.Part.own(new Statement.Begin()));
        }
    }

    private void commit(List<Plan.Part> parts) {
        if (transactional && framing == Framing.PER_REVISION) {
            parts.add(Plan.Part.own(new Statement.Commit()));
        }
    }

    private static Plan.Part part(Piece piece, Row row) {
        return new Plan.Part(piece.statement(), Optional.of(piece.site()), Optional.of(row.due));
    }

    /** The moves of one revision's row. */
    private final class Row {

        private final Revision revision;
        private final boolean down;
        private final VersionRows.RowFacts facts;
        private final int size;
        private Due due;

        Row(Revision revision, Direction direction, String checksum, int size) {
            this.revision = revision;
            this.down = direction == Direction.DOWNGRADE;
            this.facts = new VersionRows.RowFacts(revision.id(), revision.message(), revision.script(), checksum);
            this.size = size;
            this.due = before();
        }

        private Due before() {
            if (down) {
                return new Due(Due.State.APPLIED, List.of(revision.id()), 0, "");
            }
            if (revision.id().startsWith(History.REPEATABLE)) {
                return new Due(Due.State.OUTDATED, List.of(revision.id()), 0, facts.checksum());
            }
            List<String> standing = new ArrayList<>(List.of(revision.id()));
            standing.addAll(revision.replaces());
            return new Due(Due.State.ABSENT, standing, 0, "");
        }

        /** So many statements are known to be done from here on. */
        void reached(int done) {
            due = new Due(down ? Due.State.REVERTING : Due.State.RUNNING, List.of(revision.id()), done, "");
        }

        Plan.Part own(Statement statement) {
            return Plan.Part.own(statement, due);
        }

        Statement atOnce() {
            return down ? rows.delete(revision.id()) : rows.applied(facts, size);
        }

        Statement first() {
            return down ? rows.reverting(revision.id(), size) : rows.running(facts, size, 0);
        }

        Statement resumed() {
            return down ? rows.resized(revision.id(), size) : rows.resumed(facts, size);
        }

        Statement progress(int done) {
            return rows.done(revision.id(), done);
        }

        Statement last() {
            return down ? rows.delete(revision.id()) : rows.finished(revision.id(), size);
        }
    }
}
