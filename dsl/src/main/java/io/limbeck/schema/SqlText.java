package io.limbeck.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL expression over the columns of one table, read just closely enough to find the columns in it.
 *
 * <p>A word is a column's name unless it stands in a string or comment, is called like a function, names a type behind
 * {@code AS} or {@code ::}, or introduces a typed literal such as {@code date '2020-01-01'}.
 */
public final class SqlText {

    private static final Pattern PIECE = Pattern.compile(
            "'(?:[^']|'')*'" // string
                    + "|--[^\\n]*|/\\*.*?\\*/" // comments
                    + "|\\$(\\w*)\\$.*?\\$\\1\\$" // dollar quotes
                    + "|(?:::|\\b[aA][sS]\\s)\\s*[\\p{L}_][\\p{L}\\p{N}_]*" // types
                    + "|\"(?<quoted>(?:[^\"]|\"\")*)\""
                    + "|(?<plain>[\\p{L}_][\\p{L}\\p{N}_$]*+)(?!\\s*[('])",
            Pattern.DOTALL);
    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlText() {}

    /** Whether the expression speaks of a column. */
    public static boolean names(String sql, String column) {
        Matcher piece = PIECE.matcher(sql);
        while (piece.find()) {
            if (name(piece).filter(column::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The expression with each column renamed, everything else as it was. */
    public static String renaming(String sql, UnaryOperator<String> columnName) {
        StringBuilder out = new StringBuilder();
        Matcher piece = PIECE.matcher(sql);
        while (piece.find()) {
            Optional<String> name = name(piece);
            Optional<String> changed = name.map(columnName).filter(other -> !other.equals(name.get()));
            piece.appendReplacement(
                    out, Matcher.quoteReplacement(changed.map(SqlText::spelled).orElse(piece.group())));
        }
        return piece.appendTail(out).toString();
    }

    /** The name as scripts have it: plain words in lower case, quoted ones as they are. */
    private static Optional<String> name(Matcher piece) {
        String quoted = piece.group("quoted");
        return quoted != null
                ? Optional.of(quoted.replace("\"\"", "\""))
                : Optional.ofNullable(piece.group("plain")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String spelled(String name) {
        return SIMPLE.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
