package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.CreateTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Statement;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The version table in SQL: its making, and every move of its rows. */
public final class VersionRows {

    /** The longest message and script name that a row keeps; longer ones are cut. */
    private static final int TEXT = 500;

    private static final List<String> COLUMNS = List.of(
            "revision",
            "message",
            "script",
            "checksum",
            "applied_at",
            "applied_by",
            "duration_ms",
            "statements",
            "statements_done",
            "status",
            "journal");

    private final Dialect dialect;
    private final Name table;

    public VersionRows(Dialect dialect, Name table) {
        this.dialect = dialect;
        this.table = table;
    }

    public Name table() {
        return table;
    }

    /** The statement that makes the table. */
    public List<Statement> create() {
        List<Column> columns = List.of(
                text("revision", 128).nullable(false),
                text("message", TEXT),
                text("script", TEXT),
                text("checksum", 128),
                Column.of("applied_at", Scalar.of(Kind.TIMESTAMP)).nullable(false),
                text("applied_by", 128),
                Column.of("duration_ms", Scalar.of(Kind.BIGINT)),
                Column.of("statements", Scalar.of(Kind.INTEGER)).nullable(false),
                Column.of("statements_done", Scalar.of(Kind.INTEGER)).nullable(false),
                text("status", 16).nullable(false),
                text("journal", TEXT));
        Table made = Table.of(table, columns).plus(new PrimaryKey("pk_" + table.value(), List.of("revision")));
        return dialect.statements(new CreateTable(made, false), Schema.EMPTY);
    }

    private static Column text(String name, int length) {
        return Column.of(name, Scalar.of(Kind.VARCHAR, length));
    }

    /** The query for all rows; it does not wait for another session's lock. */
    public String select() {
        return "SELECT " + dialect.quoteAll(COLUMNS) + " FROM " + dialect.name(table) + dialect.withoutWaiting();
    }

    /** The key of the row that a migrator inserts and never commits, so that no second one can insert it. */
    public static final String LOCK = "(lock)";

    /** The statement that inserts the lock's row, with a text that says who holds it. */
    public String lock(String holder) {
        Statement.Sql row = (Statement.Sql) insert(new RowFacts(LOCK, holder, "", ""), 0, 0, "lock", "");
        return row.text();
    }

    /** The query for who holds the lock, for a session that reads what others have not committed. */
    public String lockHolder() {
        return "SELECT message FROM " + dialect.name(table) + where(LOCK);
    }

    /** The row of a revision that is applied, all at once. */
    Statement applied(RowFacts facts, int statements) {
        return insert(facts, statements, statements, "applied", null);
    }

    /** The row of a revision that begins. */
    Statement running(RowFacts facts, int statements, String journal) {
        return insert(facts, statements, 0, "running", journal);
    }

    /**
     * @param journal null for what is done, whose time is taken
     */
    private Statement insert(RowFacts facts, int statements, int done, String status, String journal) {
        boolean noted = journal != null && !journal.isEmpty();
        List<String> columns = noted ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - 1);
        String head = "INSERT INTO " + dialect.name(table) + " (" + dialect.quoteAll(columns) + ") VALUES (";
        List<String> cells = new ArrayList<>(List.of(
                literal(facts.revision()),
                literal(cut(facts.message())),
                literal(cut(facts.script())),
                literal(facts.checksum()),
                dialect.literal(Moment.CURRENT_TIMESTAMP),
                dialect.currentUser()));
        String rest =
                ", " + statements + ", " + done + ", " + literal(status) + (noted ? ", " + literal(journal) : "") + ")";
        String before = head + String.join(", ", cells) + ", ";
        return journal == null
                ? timed(before + "NULL" + rest, before + "?" + rest)
                : Statement.Sql.of(before + "NULL" + rest);
    }

    /** How far a revision has got. */
    Statement done(String revision, int done, String journal) {
        return update("statements_done = " + done + ", " + noted(journal), revision);
    }

    /** What a revision's journal says. */
    Statement journal(String revision, String journal) {
        return update(noted(journal), revision);
    }

    /** A revision that began has ended. */
    Statement finished(String revision, int statements) {
        String update = "UPDATE " + dialect.name(table) + " SET statements_done = " + statements
                + ", status = 'applied', journal = NULL";
        return timed(update + where(revision), update + ", duration_ms = ?" + where(revision));
    }

    /** A revision that was to be reverted, of which nothing is. */
    Statement restored(String revision, int statements) {
        return update(
                "statements = " + statements + ", statements_done = " + statements
                        + ", status = 'applied', journal = NULL",
                revision);
    }

    /** An applied revision's script counts as what was applied. */
    Statement accepted(RowFacts facts) {
        return update(
                "script = " + literal(cut(facts.script())) + ", checksum = " + literal(facts.checksum()),
                facts.revision());
    }

    /** A revision begins to be reverted. */
    Statement reverting(String revision, int statements, String journal) {
        return update(
                "statements = " + statements + ", statements_done = 0, status = 'reverting', " + noted(journal),
                revision);
    }

    /** A revision that an earlier run began goes on, perhaps with a mended script. */
    Statement resumed(RowFacts facts, int statements, int done, String journal) {
        return update(
                "message = " + literal(cut(facts.message())) + ", script = " + literal(cut(facts.script()))
                        + ", checksum = " + literal(facts.checksum()) + ", statements = " + statements
                        + ", statements_done = " + done + ", " + noted(journal),
                facts.revision());
    }

    /** A downgrade that an earlier run began goes on, perhaps with a mended script. */
    Statement resized(String revision, int statements, int done, String journal) {
        return update("statements = " + statements + ", statements_done = " + done + ", " + noted(journal), revision);
    }

    private Statement update(String change, String revision) {
        return Statement.Sql.of("UPDATE " + dialect.name(table) + " SET " + change + where(revision));
    }

    private String noted(String journal) {
        return "journal = " + (journal.isEmpty() ? "NULL" : literal(journal));
    }

    Statement delete(String revision) {
        return Statement.Sql.of("DELETE FROM " + dialect.name(table) + where(revision));
    }

    private static Statement timed(String text, String bound) {
        return new Statement.Sql(text, Optional.of(new Statement.Bound(bound, List.of(Statement.Elapsed.MILLIS))));
    }

    private String where(String revision) {
        return " WHERE revision = " + literal(revision);
    }

    private String literal(String text) {
        return dialect.literal(new Literal(text));
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }

    /** What a row says of its revision. */
    record RowFacts(String revision, String message, String script, String checksum) {}
}
