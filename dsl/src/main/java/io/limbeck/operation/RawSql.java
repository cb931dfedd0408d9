package io.limbeck.operation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at SQL that nobody parses, just closely enough to know what it may have touched. */
final class RawSql {

    /** Statements that leave the schema as it is. */
    private static final Set<String> HARMLESS = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "merge",
            "set",
            "comment",
            "grant",
            "revoke",
            "analyze",
            "lock",
            "values",
            "vacuum",
            "explain",
            "show",
            "use",
            "commit",
            "rollback",
            "savepoint",
            "refresh",
            "truncate");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private RawSql() {}

    /** Whether the statement may make, change or drop something. */
    static boolean changesSchema(String sql) {
        Matcher first = WORD.matcher(COMMENT.matcher(sql).replaceAll(" "));
        return first.find() && !HARMLESS.contains(first.group().toLowerCase(Locale.ROOT));
    }

    /** All words of the statement that may be names. */
    static Set<String> words(String sql) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(sql);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
