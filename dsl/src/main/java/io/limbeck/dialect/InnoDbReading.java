package io.limbeck.dialect;

import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words in the catalogue of a server mean that keeps its tables in InnoDB. */
final class InnoDbReading {

    private static final Pattern WIDTH = Pattern.compile("(?i)^((?:tiny|small|medium|big)?int)\\((?!1\\))\\d+\\)");
    private static final Pattern STRING = Pattern.compile("(?s)\\(?(?:_utf8mb4 ?)?'((?:[^'\\\\]|''|\\\\.)*)'\\)?");
    private static final Pattern BYTES =
            Pattern.compile("(?i)\\(?(?:_utf8mb4 ?|convert\\()X'([0-9a-f]*)'(?: using utf8mb4\\))?\\)?");
    private static final Pattern CLOCK = Pattern.compile(
            "(?i)\\(?(current_timestamp|now|localtime|localtimestamp|current_date|curdate|current_time|curtime)"
                    + "(?:\\((\\d?)\\))?\\)?");
    private static final Map<Character, String> ESCAPES =
            Map.of('0', "\0", 'b', "\b", 'n', "\n", 'r', "\r", 't', "\t", 'Z', "\u001a");

    private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)*)`");
    private static final Pattern INTRODUCED = Pattern.compile("_(?:utf8mb[34]|utf8|latin1|ascii|binary)\\s?(?=['xX])");
    private static final Pattern PIECE = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|[^']+|'", Pattern.DOTALL);

    private InnoDbReading() {}

    /** An expression as people write it: names without quotes that they do not need, strings without their character set. */
    static String plain(String sql, Dialect dialect) {
        StringBuilder out = new StringBuilder();
        Matcher piece = PIECE.matcher(sql);
        while (piece.find()) {
            String text = piece.group();
            out.append(
                    text.startsWith("'")
                            ? text
                            : INTRODUCED
                                    .matcher(unquoted(text + "'", dialect))
                                    .replaceAll("")
                                    .replaceFirst("'$", ""));
        }
        return out.toString();
    }

    private static String unquoted(String sql, Dialect dialect) {
        return NAME.matcher(sql)
                .replaceAll(name ->
                        Matcher.quoteReplacement(dialect.quote(name.group(1).replace("``", "`"))));
    }

    /** The width in which a whole number is shown counts for nothing (MySQL Reference Manual, "Numeric Type Attributes"). */
    static String withoutWidth(String words) {
        return WIDTH.matcher(words.strip()).replaceFirst("$1");
    }

    /** A default in words of the standard: strings without backslashes, clocks by their usual names. */
    static String standardDefault(String words) {
        Matcher string = STRING.matcher(words);
        if (string.matches()) {
            return quoted(unescaped(string.group(1).replace("''", "'")));
        }
        Matcher bytes = BYTES.matcher(words);
        if (bytes.matches()) {
            return quoted(new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.UTF_8));
        }
        Matcher clock = CLOCK.matcher(words);
        if (!clock.matches()) {
            return words;
        }
        return switch (clock.group(1).toLowerCase(Locale.ROOT)) {
            case "current_date", "curdate" -> "CURRENT_DATE";
            case "current_time", "curtime" -> "CURRENT_TIME";
            default -> "CURRENT_TIMESTAMP";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(++at);
                out.append(ESCAPES.getOrDefault(next, String.valueOf(next)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * The table without the indexes that the server, or the dialect, made for foreign keys and counters to rest on, and
     * without RESTRICT, which not every server tells from what it does anyhow.
     */
    static Table plain(Table table, InnoDb innoDb) {
        Table plain = table.constraints(table.constraints().stream()
                .map(rule -> rule instanceof ForeignKey key ? innoDb.normal(key) : rule)
                .toList());
        for (Index index : table.indexes()) {
            List<Index> others =
                    plain.indexes().stream().filter(other -> other != index).toList();
            if (InnoDbIndexes.own(plain.indexes(others), innoDb.dialect()).contains(index)) {
                plain = plain.indexes(others);
            }
        }
        return plain;
    }
}
