package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.sql.BlockDepth;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.ScriptRules.Trait;
import io.limbeck.sql.SqlScanner;
import io.limbeck.sql.SqlScanner.Kind;
import io.limbeck.sql.SqlScanner.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts an SQL text into statements by a dialect's {@link ScriptRules}, in one pass.
 *
 * <p>Two comments overrule the dialect, each a line of its own: behind {@code -- limbeck:delimiter XX} statements end
 * at XX alone, until {@code -- limbeck:delimiter ;} goes back to the dialect's rules; what follows
 * {@code -- limbeck:whole}, up to the next such comment, is one statement, whatever it holds. Either ends the statement
 * before it. Words of a client ({@code \echo}, {@code SET ECHO}, {@code prompt}) have no meaning here.
 */
public final class SqlSplitter {

    private static final String SEMICOLON = ";";
    private static final Pattern DIRECTIVE = Pattern.compile("(?s)--[ \\t]*limbeck:([^\\s]*)[ \\t]*([^\\s]*).*");
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?is)delimiter[ \\t]+([^\\s]+).*");
    private static final Pattern TERMINATOR_LINE = Pattern.compile("(?is)--#set[ \\t]+terminator[ \\t]+([^\\s]+).*");

    private final SourceText source;
    private final String text;
    private final int to;
    private final ScriptRules rules;
    private final SqlScanner scanner;
    private final BlockDepth blocks;
    private final List<SqlStatement> statements = new ArrayList<>();
    private String delimiter = SEMICOLON;
    private int at;
    private int start = -1;
    private int contentEnd;
    private boolean lineBegins = true;

    private SqlSplitter(SourceText source, int from, int to, ScriptRules rules) {
        this.source = source;
        this.text = source.text();
        this.at = from;
        this.to = to;
        this.rules = rules;
        this.scanner = new SqlScanner(text, to, rules);
        this.blocks = new BlockDepth(rules.blocks());
    }

    /**
     * The statements of a whole file.
     *
     * @throws LimbeckException as {@link #split(SourceText, int, int, ScriptRules)}
     */
    public static List<SqlStatement> split(SourceText source, ScriptRules rules) {
        return split(source, 0, source.text().length(), rules);
    }

    /**
     * The statements between two offsets, in order; empty ones are left out.
     *
     * @throws LimbeckException with {@code unterminated-string}, {@code unterminated-comment},
     *     {@code unterminated-block}, {@code repeated-batch} or {@code unknown-directive}
     */
    public static List<SqlStatement> split(SourceText source, int from, int to, ScriptRules rules) {
        SqlSplitter splitter = new SqlSplitter(source, from, to, rules);
        splitter.read();
        return splitter.statements;
    }

    private void read() {
        while (at < to) {
            if (lineBegins && start < 0 && Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (lineBegins && line()) {
                continue;
            } else if (endsHere()) {
                end(at + delimiter.length());
                lineBegins = false;
            } else {
                piece();
            }
        }
        if (start >= 0 && blocks.open() && delimiter.equals(SEMICOLON)) {
            throw problem(
                    start,
                    "unterminated-block",
                    "a BEGIN of this statement has no END",
                    "Add the END. If there is one, write the statement between the lines -- limbeck:delimiter // and"
                            + " //.");
        }
        end(to);
    }

    private void piece() {
        Piece piece = scanner.at(at);
        if (!piece.closed()) {
            throw unterminated(piece.kind());
        }
        boolean content = piece.kind() != Kind.SPACE
                && piece.kind() != Kind.LINE_COMMENT
                && (piece.kind() != Kind.BLOCK_COMMENT || scanner.executable(at));
        if (content) {
            if (start < 0) {
                start = at;
                blocks.reset();
            }
            contentEnd = piece.end();
            if (piece.kind() == Kind.WORD) {
                blocks.word(text.substring(at, piece.end()));
            } else {
                blocks.symbol(text.charAt(at));
            }
        }
        lineBegins = piece.kind() == Kind.SPACE && (lineBegins || newlineIn(at, piece.end()));
        at = piece.end();
    }

    private boolean endsHere() {
        if (!text.startsWith(delimiter, at) || at + delimiter.length() > to) {
            return false;
        }
        if (delimiter.equals(SEMICOLON)) {
            return rules.has(Trait.SEMICOLONS) && !blocksOpen();
        }
        int behind = at + delimiter.length();
        return !Character.isLetterOrDigit(delimiter.charAt(0))
                || behind >= to
                || !SqlScanner.isPart(text.charAt(behind));
    }

    private boolean blocksOpen() {
        return start >= 0 && (blocks.open() || blocks.program());
    }

    /** Ends the statement that was being read, if any, and goes on at {@code next}. */
    private void end(int next) {
        if (start >= 0) {
            statements.add(new SqlStatement(text.substring(start, contentEnd), source.place(start)));
        }
        start = -1;
        blocks.reset();
        at = next;
    }

    /** Whether the line that begins here speaks to the splitter; if so it has been dealt with. */
    private boolean line() {
        int end = scanner.lineEnd(at);
        char c = Character.toLowerCase(text.charAt(at));
        boolean batch = !rules.batchLine().isEmpty()
                && c == Character.toLowerCase(rules.batchLine().charAt(0));
        boolean words = c == 'd' && rules.has(Trait.DELIMITER_LINES);
        if (c != '-' && !batch && !words) {
            return false;
        }
        String line = text.substring(at, end);
        Matcher directive = DIRECTIVE.matcher(line);
        if (directive.matches()) {
            directive(directive.group(1), directive.group(2), end);
            return true;
        }
        Matcher delimiterLine = words ? DELIMITER_LINE.matcher(line) : TERMINATOR_LINE.matcher(line);
        if ((words || rules.has(Trait.TERMINATOR_COMMENTS)) && delimiterLine.matches()) {
            end(end);
            delimiter(delimiterLine.group(1));
            return true;
        }
        return batch && delimiter.equals(SEMICOLON) && batch(line, end);
    }

    /** Shape: {@code GO}, {@code GO;} or {@code GO -- remark}; a count other than 1 is refused. */
    private boolean batch(String line, int end) {
        int length = rules.batchLine().length();
        if (!line.regionMatches(true, 0, rules.batchLine(), 0, length)) {
            return false;
        }
        int remark = line.indexOf("--", length);
        String rest =
                line.substring(length, remark < 0 ? line.length() : remark).stripTrailing();
        rest = rest.endsWith(SEMICOLON) ? rest.substring(0, rest.length() - 1) : rest;
        String count = rest.strip();
        boolean apart = rest.isBlank() || Character.isWhitespace(rest.charAt(0));
        if (!apart || !count.chars().allMatch(Character::isDigit)) {
            return false;
        }
        if (!count.isEmpty() && !count.equals("1")) {
            throw problem(
                    at,
                    "repeated-batch",
                    "'" + line.strip() + "' asks for the statement to run several times",
                    "Write the statement as often as it must run, or use a WHILE loop.");
        }
        end(end);
        return true;
    }

    private void directive(String word, String value, int lineEnd) {
        if (word.equals("delimiter") && !value.isEmpty()) {
            end(lineEnd);
            delimiter(value);
        } else if (word.equals("delimiter")) {
            throw problem(
                    at,
                    "unknown-directive",
                    "limbeck:delimiter names no delimiter",
                    "Write one: -- limbeck:delimiter //");
        } else if (word.equals("whole")) {
            end(lineEnd);
            whole();
        } else {
            throw problem(
                    at,
                    "unknown-directive",
                    "'limbeck:" + word.toLowerCase(Locale.ROOT) + "' is not known",
                    Suggestion.remedy(word, "directives", List.of("delimiter", "whole")));
        }
    }

    private void delimiter(String some) {
        delimiter = some;
        scanner.delimiter(some.equals(SEMICOLON) ? "" : some);
        lineBegins = false;
    }

    /** Takes everything up to the next directive as one statement. */
    private void whole() {
        int from = at;
        int next = at;
        do {
            next = scanner.lineEnd(next);
            while (next < to && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
        } while (next < to
                && !DIRECTIVE
                        .matcher(text.substring(next, scanner.lineEnd(next)))
                        .matches());
        while (from < next && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        contentEnd = next;
        while (contentEnd > from && Character.isWhitespace(text.charAt(contentEnd - 1))) {
            contentEnd--;
        }
        start = contentEnd > from ? from : -1;
        end(next);
        lineBegins = true;
    }

    private LimbeckException unterminated(Kind kind) {
        if (kind == Kind.BLOCK_COMMENT) {
            return problem(at, "unterminated-comment", "the comment is never closed", "Close it with */.");
        }
        return problem(
                at,
                "unterminated-string",
                "the quote is never closed",
                "Close it; a quote inside is written twice. If the text is right as it stands, put -- limbeck:whole on a"
                        + " line before the statement.");
    }

    private LimbeckException problem(int offset, String code, String fact, String remedy) {
        return LimbeckException.migration(Problem.at(source.place(offset), code, fact, remedy));
    }

    private boolean newlineIn(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }
}
