package io.limbeck.plan;

import io.limbeck.call.Site;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * @param share by which the catalogue tells whether it took effect
     * @param aside what must be put aside before the transaction that it runs in
     */
    record Piece(
            Statement statement,
            Site site,
            boolean alone,
            RowChanges changes,
            Share share,
            Optional<Statement.Aside> aside) {}

    /**
     * @param replaces whether a row of that name may be there and goes first
     * @param start where it goes on, if an earlier run began it
     */
    Plan.Step step(
            Revision revision,
            Way way,
            String checksum,
            List<Piece> pieces,
            Journal journal,
            boolean replaces,
            Resumption.Start start) {
        List<Plan.Part> parts = new ArrayList<>();
        String message = revision.message().isBlank() ? "" : ": " + headline(revision.message());
        parts.add(Plan.Part.own(new Statement.Remark(way.verb() + " " + revision.id() + message)));
        for (Statement.Aside aside : asides(pieces)) {
            parts.add(Plan.Part.own(aside));
        }
        Row row = new Row(revision, way, checksum, pieces, journal);
        boolean whole = true;
        for (Piece piece : pieces) {
            whole &= !standsAlone(piece);
        }
        if (start.done() < 0 && whole) {
            for (Statement statement : start.sweeping()) {
                parts.add(row.own(statement));
            }
            begin(parts);
            if (replaces) {
                parts.add(row.own(rows.delete(revision.id())));
            }
            for (Piece piece : pieces) {
                parts.add(part(piece, row, Optional.empty()));
            }
            parts.add(row.own(row.atOnce()));
            commit(parts);
        } else {
            if (replaces) {
                parts.add(row.own(rows.delete(revision.id())));
            }
            piecemeal(parts, row, pieces, start);
        }
        return new Plan.Step(revision, way.direction(), parts, pieces.size());
    }

    private static Set<Statement.Aside> asides(List<Piece> pieces) {
        Set<Statement.Aside> asides = Set.of();
        for (Piece piece : pieces) {
            if (piece.aside().isPresent()) {
                asides = asides.isEmpty() ? new LinkedHashSet<>() : asides;
                asides.add(piece.aside().get());
            }
        }
        return asides;
    }

    private static String headline(String message) {
        boolean one = message.indexOf('\n') < 0 && message.indexOf('\r') < 0;
        String line = (one ? message : message.lines().findFirst().orElse("")).strip();
        return line.length() <= HEADLINE ? line : line.substring(0, HEADLINE - 1) + "…";
    }

    private void piecemeal(List<Plan.Part> parts, Row row, List<Piece> pieces, Resumption.Start start) {
        int before = Math.max(start.done(), 0);
        parts.add(row.own(start.done() < 0 ? row.first() : row.resumed(before)));
        row.reached(before);
        for (Statement statement : start.sweeping()) {
            parts.add(row.own(statement));
        }
        boolean open = false;
        for (int done = before; done < pieces.size(); done++) {
            Piece piece = pieces.get(done);
            boolean last = done == pieces.size() - 1;
            if (standsAlone(piece)) {
                if (open) {
                    parts.add(row.own(row.progress(done)));
                    row.reached(done);
                    commit(parts);
                    open = false;
                }
                alone(parts, row, done, start.doubtful() && done == before);
                row.reached(done + 1);
            } else {
                if (!open) {
                    begin(parts);
                    open = true;
                }
                parts.add(part(piece, row, Optional.empty()));
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

    /**
     * Rows are changed together with the counter, since doing it twice would be worse than not at all. Code is preceded
     * by the mark that it is being run: should the code commit, the mark shows it; else both are rolled back.
     *
     * @param doubtful whether the statement may fail only because an earlier run's is done in the end
     */
    private void alone(List<Plan.Part> parts, Row row, int index, boolean doubtful) {
        Piece piece = row.pieces.get(index);
        boolean together = isTogether(piece);
        if (together) {
            parts.add(Plan.Part.own(new Statement.Begin()));
            if (piece.changes() == RowChanges.CODE) {
                parts.add(row.own(rows.journal(row.revision.id(), row.journal.during(index))));
            }
        }
        boolean marked = framing != Framing.JOINED && !doubtful && piece.changes() != RowChanges.ROWS;
        parts.add(part(
                piece,
                row,
                marked ? Optional.of(rows.journal(row.revision.id(), row.journal.after(index))) : Optional.empty()));
        parts.add(row.own(index == row.pieces.size() - 1 ? row.last() : row.progress(index + 1)));
        if (together) {
            parts.add(Plan.Part.own(new Statement.Commit()));
        }
    }

    private boolean isTogether(Piece piece) {
        return switch (piece.changes()) {
            case ROWS -> framing != Framing.JOINED;
            case CODE -> !transactional && (framing == Framing.PER_REVISION || framing == Framing.ALL);
            case SCHEMA -> false;
        };
    }

    /** Whether nobody but the catalogue can tell how it went, when the process ends in the middle of it. */
    private boolean isUncertain(Piece piece) {
        return framing != Framing.JOINED && standsAlone(piece) && !isTogether(piece);
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

    private static Plan.Part part(Piece piece, Row row, Optional<Statement> onFailure) {
        return new Plan.Part(piece.statement(), Optional.of(piece.site()), Optional.of(row.due), onFailure);
    }

    /** What the journal says when so many statements are done and the next one is about to run. */
    private String mark(List<Piece> pieces, Journal journal, int done) {
        return done < pieces.size() && isUncertain(pieces.get(done)) ? journal.during(done) : journal.after(done);
    }

    /** The moves of one revision's row. */
    private final class Row {

        private final Revision revision;
        private final Way way;
        private final boolean down;
        private final VersionRows.RowFacts facts;
        private final List<Piece> pieces;
        private final Journal journal;
        private Due due;

        Row(Revision revision, Way way, String checksum, List<Piece> pieces, Journal journal) {
            this.revision = revision;
            this.way = way;
            this.down = way.isDown();
            this.facts = new VersionRows.RowFacts(revision.id(), revision.message(), revision.script(), checksum);
            this.pieces = pieces;
            this.journal = journal;
            this.due = before();
        }

        private Due before() {
            if (down) {
                return new Due(Due.State.APPLIED, List.of(revision.id()), 0, "");
            }
            if (revision.id().startsWith(History.REPEATABLE)) {
                return new Due(Due.State.OUTDATED, List.of(revision.id()), 0, facts.checksum());
            }
            List<String> standing = new ArrayList<>(1 + revision.replaces().size());
            standing.add(revision.id());
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
            return down ? rows.delete(revision.id()) : rows.applied(facts, pieces.size());
        }

        Statement first() {
            String mark = mark(pieces, journal, 0);
            return switch (way) {
                case UP -> rows.running(facts, pieces.size(), mark);
                case DOWN -> rows.reverting(revision.id(), pieces.size(), mark);
                case UNDO -> rows.undoing(revision.id(), pieces.size(), mark);
            };
        }

        Statement resumed(int done) {
            String mark = mark(pieces, journal, done);
            return down
                    ? rows.resized(revision.id(), pieces.size(), done, mark)
                    : rows.resumed(facts, pieces.size(), done, mark);
        }

        Statement progress(int done) {
            return rows.done(revision.id(), done, mark(pieces, journal, done));
        }

        Statement last() {
            return down ? rows.delete(revision.id()) : rows.finished(revision.id(), pieces.size());
        }
    }
}
