package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.CreateTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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

    private static final List<String> CHECKSUMS = List.of("revision", "checksum", "status");

    /** The end of a row in parameters: its counters, its status and perhaps its journal. */
    private static final String ROW = ", ?, ?, ?)";

    private static final String WHERE = " WHERE revision = ";
    private static final String NOTED_ROW = ", ?, ?, ?, ?)";

    private final Dialect dialect;
    private final Name table;
    private final String insert;
    private final String insertNoted;
    /** Moment and user of a row. */
    private final String now;

    public VersionRows(Dialect dialect, Name table) {
        this.dialect = dialect;
        this.table = table;
        this.insert = insertInto(COLUMNS.subList(0, COLUMNS.size() - 1));
        this.insertNoted = insertInto(COLUMNS);
        this.now = ", " + dialect.now() + ", " + dialect.server().currentUser();
    }

    private String insertInto(List<String> columns) {
        return "INSERT INTO " + dialect.name(table) + " (" + dialect.quoteAll(columns) + ") VALUES (";
    }

    public Name table() {
        return table;
    }

    /**
     * The statement that makes the table.
     *
     * @param unlessThere whether it may be there; a dialect that cannot ask fails then
     */
    public List<Statement> create(boolean unlessThere) {
        List<Column> columns = List.of(
                text("revision", 128).nullable(false),
                Column.of("message", Scalar.of(Kind.NVARCHAR, TEXT)),
                Column.of("script", Scalar.of(Kind.NVARCHAR, TEXT)),
                text("checksum", 128),
                Column.of("applied_at", Scalar.of(Kind.TIMESTAMP)).nullable(false),
                text("applied_by", 128),
                Column.of("duration_ms", Scalar.of(Kind.BIGINT)),
                Column.of("statements", Scalar.of(Kind.INTEGER)).nullable(false),
                Column.of("statements_done", Scalar.of(Kind.INTEGER)).nullable(false),
                text("status", 16).nullable(false),
                text("journal", TEXT));
        Table made = Table.of(table, columns).plus(new PrimaryKey("pk_" + table.value(), List.of("revision")));
        List<Statement> statements = new ArrayList<>(dialect.statements(
                new CreateTable(made, unlessThere && dialect.supports(Feature.IF_EXISTS)), Schema.EMPTY));
        dialect.server().ofVersionTable(dialect.name(table)).forEach(words -> statements.add(Statement.Sql.of(words)));
        return statements;
    }

    private static Column text(String name, int length) {
        return Column.of(name, Scalar.of(Kind.VARCHAR, length));
    }

    /**
     * The statements that fail where the table does not say what a script starts from.
     *
     * @param heads the applied heads; none for a database without revisions
     * @param applied how many revisions are applied, if no others may be
     * @param unbroken whether no revision may have begun without having ended
     */
    List<Statement> assertion(Collection<String> heads, OptionalInt applied, boolean unbroken) {
        List<String> conditions = new ArrayList<>();
        if (!heads.isEmpty()) {
            String wanted = heads.stream().map(this::literal).collect(Collectors.joining(", "));
            conditions.add(count("status = 'applied' AND revision IN (" + wanted + ")") + " = " + heads.size());
        }
        if (applied.isPresent() && applied.getAsInt() == 0) {
            conditions.add("(SELECT COUNT(*) FROM " + dialect.name(table) + ") = 0");
        } else if (applied.isPresent()) {
            conditions.add(count("revision NOT LIKE '" + History.REPEATABLE + "%'") + " = " + applied.getAsInt());
        }
        if (unbroken && applied.isEmpty()) {
            conditions.add(count("status <> 'applied'") + " = 0");
        }
        String message = "this script starts from "
                + (heads.isEmpty() ? applied.isEmpty() ? "whole revisions" : "base" : String.join(", ", heads))
                + ", but "
                + table.value() + " stands elsewhere";
        String condition = String.join(" AND ", conditions);
        String tooLong = "INSERT INTO " + dialect.name(table) + " ("
                + dialect.quoteAll(List.of("revision", "applied_at", "statements", "statements_done", "status"))
                + ") SELECT 'start', " + dialect.literal(Moment.CURRENT_TIMESTAMP) + ", 0, 0, " + literal(message)
                + " || origin.nothing FROM (VALUES ('')) AS origin(nothing) WHERE NOT (" + condition + ")";
        return conditions.isEmpty()
                ? List.of()
                : dialect.assertion(condition, message, tooLong).stream()
                        .<Statement>map(Statement.Sql::of)
                        .toList();
    }

    private String count(String condition) {
        return "(SELECT COUNT(*) FROM " + dialect.name(table) + " WHERE " + condition + ")";
    }

    /** The SQL condition on which a statement is due. */
    public String condition(Due due) {
        String keys = due.rows().size() == 1
                ? "= " + literal(due.rows().get(0))
                : due.rows().stream().map(this::literal).collect(Collectors.joining(", ", "IN (", ")"));
        String row = "EXISTS (SELECT 1 FROM " + dialect.name(table) + " WHERE revision " + keys;
        return switch (due.state()) {
            case ABSENT -> "NOT " + row + ")";
            case APPLIED -> row + " AND status = 'applied')";
            case RUNNING -> row + " AND status = 'running' AND statements_done = " + due.done() + ")";
            case REVERTING -> row + " AND status = 'reverting' AND statements_done = " + due.done() + ")";
            case OUTDATED -> "NOT " + row + " AND checksum = " + literal(due.checksum()) + ")";
        };
    }

    /**
     * The query for all rows; it does not wait for another session's lock.
     *
     * @param name the table's, perhaps with a schema
     */
    public String select(Name name) {
        return select(COLUMNS, name);
    }

    /** The query for revision, checksum and status of all rows; it does not wait either. */
    public String selectChecksums(Name name) {
        return select(CHECKSUMS, name);
    }

    private String select(List<String> columns, Name name) {
        return "SELECT " + dialect.quoteAll(columns) + " FROM " + dialect.name(name)
                + dialect.server().withoutWaiting();
    }

    /** The key of the row that a migrator inserts and never commits, so that no second one can insert it. */
    public static final String LOCK = "(lock)";

    /** The key of the row that stands there while everything is dropped, so that the others count for nothing. */
    public static final String CLEAN = "(clean)";

    /** What says that everything is being dropped. */
    public Statement cleaning() {
        return insert(new RowFacts(CLEAN, "", "", ""), 0, 0, "cleaning", "");
    }

    /** The statement that inserts the lock's row, with a text that says who holds it. */
    public String lock(String holder) {
        return lock(holder, "");
    }

    /** The same where the row is committed, with what tells the holder's session from others. */
    public String lock(String holder, String session) {
        Statement.Sql row = (Statement.Sql) insert(new RowFacts(LOCK, holder, session, ""), 0, 0, "lock", "");
        return row.text();
    }

    /** The statement that says in the lock's row who holds it, and what for; that is its parameter. */
    public String lockedBy() {
        return "UPDATE " + dialect.name(table) + " SET message = ?" + where(LOCK);
    }

    /** The query for what has begun and has not ended, with the time since when. */
    public String inProgress() {
        return "SELECT revision, applied_at, status FROM " + dialect.name(table)
                + " WHERE status IN ('running', 'reverting', 'undoing')";
    }

    /** The query for the session that committed the lock's row, and for who it is. */
    public String lockSession() {
        return "SELECT script, message FROM " + dialect.name(table) + where(LOCK);
    }

    /** The statement that takes away the row that a session committed. */
    public String unlock(String session) {
        return "DELETE FROM " + dialect.name(table) + where(LOCK) + " AND script = " + literal(session);
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
        String message = fitting(facts.message());
        String script = fitting(facts.script());
        String head = noted ? insertNoted : insert;
        String text = head + literal(facts.revision()) + ", " + literal(message) + ", " + literal(script) + ", "
                + literal(facts.checksum()) + now + ", NULL, " + statements + ", " + done + ", " + literal(status)
                + (noted ? ", " + literal(journal) : "") + ")";
        List<Object> values = new ArrayList<>();
        values.add(new Literal(facts.revision()));
        values.add(new Literal(message));
        values.add(new Literal(script));
        values.add(new Literal(facts.checksum()));
        if (journal == null) {
            values.add(Statement.Elapsed.MILLIS);
        }
        values.add(new Literal(statements));
        values.add(new Literal(done));
        values.add(new Literal(status));
        if (noted) {
            values.add(new Literal(journal));
        }
        return again(
                text,
                head + "?, ?, ?, ?" + now + (journal == null ? ", ?" : ", NULL") + (noted ? NOTED_ROW : ROW),
                values);
    }

    /** How far a revision has got. */
    Statement done(String revision, int done, String journal) {
        return counted(OptionalInt.of(done), journal, revision);
    }

    /** What a revision's journal says. */
    Statement journal(String revision, String journal) {
        return counted(OptionalInt.empty(), journal, revision);
    }

    /** A counter and a journal, in words and in parameters. */
    private Statement counted(OptionalInt done, String journal, String revision) {
        String text = "UPDATE " + dialect.name(table) + " SET ";
        String bound = text;
        List<Object> values = new ArrayList<>();
        if (done.isPresent()) {
            text += "statements_done = " + done.getAsInt() + ", ";
            bound += "statements_done = ?, ";
            values.add(new Literal(done.getAsInt()));
        }
        if (journal.isEmpty()) {
            bound += noted(journal);
        } else {
            bound += "journal = ?";
            values.add(new Literal(journal));
        }
        values.add(new Literal(revision));
        return again(text + noted(journal) + where(revision), bound + WHERE + "?", values);
    }

    /** A revision that began has ended. */
    Statement finished(String revision, int statements) {
        String update = "UPDATE " + dialect.name(table) + " SET status = 'applied', journal = NULL, statements_done = ";
        return again(
                update + statements + where(revision),
                update + "?, duration_ms = ?" + WHERE + "?",
                List.of(new Literal(statements), Statement.Elapsed.MILLIS, new Literal(revision)));
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
                "script = " + literal(fitting(facts.script())) + ", checksum = " + literal(facts.checksum()),
                facts.revision());
    }

    /** A revision begins to be reverted. */
    Statement reverting(String revision, int statements, String journal) {
        return update(
                "statements = " + statements + ", statements_done = 0, status = 'reverting', " + noted(journal),
                revision);
    }

    /** What is done of a revision begins to be taken back. */
    Statement undoing(String revision, int statements, String journal) {
        return update(
                "statements = " + statements + ", statements_done = 0, status = 'undoing', " + noted(journal),
                revision);
    }

    /** A revision that an earlier run began goes on, perhaps with a mended script. */
    Statement resumed(RowFacts facts, int statements, int done, String journal) {
        return update(
                "message = " + literal(fitting(facts.message())) + ", script = " + literal(fitting(facts.script()))
                        + ", checksum = " + literal(facts.checksum()) + ", statements = " + statements
                        + ", statements_done = " + done + ", " + noted(journal),
                facts.revision());
    }

    /** A downgrade or an undo that an earlier run began goes on, perhaps with a mended script. */
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

    private static Statement again(String text, String bound, List<Object> values) {
        return new Statement.Sql(text, Optional.of(new Statement.Bound(bound, values, true)));
    }

    private String where(String revision) {
        return WHERE + literal(revision);
    }

    private String literal(String text) {
        return dialect.literal(new Literal(text));
    }

    /** The text, or as much of its beginning as a column for texts takes. */
    public String fitting(String text) {
        if (dialect.server().length(text) <= TEXT) {
            return text;
        }
        int end = Math.min(text.length(), TEXT - 1);
        while (Character.isHighSurrogate(text.charAt(end - 1))
                || dialect.server().length(text.substring(0, end) + "…") > TEXT) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** What a row says of its revision. */
    record RowFacts(String revision, String message, String script, String checksum) {}
}
