package io.limbeck.autogenerate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON in SQL literals, which databases spell anew. */
final class JsonText {

    private static final Pattern LITERAL = Pattern.compile("(?is)(?:json\\s+)?'((?:[^']|'')*)'(?:\\s*::\\s*jsonb?)?");
    private static final Pattern PIECE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\s+");
    private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private JsonText() {}

    static boolean same(String one, String other) {
        Optional<String> plain = plain(one);
        return plain.isPresent() && plain.equals(plain(other));
    }

    /** The JSON without white space between its pieces and without codes for printable characters. */
    private static Optional<String> plain(String sql) {
        Matcher literal = LITERAL.matcher(sql.strip());
        return literal.matches()
                ? Optional.of(PIECE.matcher(literal.group(1).replace("''", "'"))
                        .replaceAll(piece ->
                                Matcher.quoteReplacement(piece.group().startsWith("\"") ? decoded(piece.group()) : "")))
                : Optional.empty();
    }

    private static String decoded(String text) {
        return CODE.matcher(text).replaceAll(code -> {
            char character = (char) Integer.parseInt(code.group(1), 16);
            boolean plain = character >= ' ' && character != '"' && character != '\\';
            return Matcher.quoteReplacement(plain ? String.valueOf(character) : code.group());
        });
    }
}
