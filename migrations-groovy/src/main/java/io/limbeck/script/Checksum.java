package io.limbeck.script;

import io.limbeck.script.Token.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What identifies a script's content in the version table. Shape: {@code 1:} and 64 hexadecimal digits, where 1 is the
 * version of the rules below.
 *
 * <p>Hashed are tokens, each with its kind and length, so that no two sequences of tokens look alike. Comments, white
 * space, line endings, a byte order mark and the file's name do not count. A string without interpolation counts as
 * what it means, whatever its quotes; one with interpolation, and a number, as it is written. Semicolons and line ends
 * count as one separator, and as none where they separate nothing: at the ends of a block or of the script, and beside
 * a token that cannot end or cannot begin a statement, such as a comma, an operator or {@code else}.
 */
final class Checksum {

    private static final String VERSION = "1:";
    private static final String SEPARATOR = ";";
    private static final Set<String> KEYWORDS_WITHIN =
            Set.of("else", "catch", "finally", "instanceof", "in", "as", "extends", "implements", "throws");
    /** Symbols that can end a statement; behind all others a line end means nothing. */
    private static final Set<String> ENDING = Set.of(")", "]", "}", "++", "--", "*", ">", "?");
    /** Symbols that can begin a statement; before all others a line end means nothing. */
    private static final Set<String> BEGINNING = Set.of("(", "[", "{", "++", "--", "+", "-", "!", "~", "@");

    private static final int MANY = 1 << 16;

    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream items = new ByteArrayOutputStream(1024);

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The checksum of a Groovy script. */
    static String of(List<Token> tokens) {
        Checksum checksum = new Checksum();
        for (Token token : withoutFormatting(tokens)) {
            switch (token.kind()) {
                case NEWLINE -> checksum.add('s', SEPARATOR);
                case STRING -> checksum.add('t', token.string());
                case GSTRING -> checksum.add('g', token.text().replace("\r\n", "\n"));
                case NUMBER -> checksum.add('n', token.text());
                default -> checksum.add('w', token.text());
            }
        }
        return checksum.value();
    }

    /** Adds one item; kind and length keep it apart from its neighbours. */
    void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(kind, bytes, 0, bytes.length);
    }

    void add(char kind, byte[] bytes, int from, int length) {
        items.write(kind);
        items.write(length >>> 24);
        items.write(length >>> 16);
        items.write(length >>> 8);
        items.write(length);
        items.write(bytes, from, length);
        if (items.size() > MANY) {
            digest.update(items.toByteArray());
            items.reset();
        }
    }

    String value() {
        return VERSION + HexFormat.of().formatHex(digest.digest(items.toByteArray()));
    }

    /** The tokens with every separator that means something as one NEWLINE, and without the others. */
    private static List<Token> withoutFormatting(List<Token> tokens) {
        List<Token> kept = new ArrayList<>(tokens.size());
        List<Boolean> statements = new ArrayList<>();
        Token separator = null;
        for (Token token : tokens) {
            boolean inBlock = statements.isEmpty() || statements.get(statements.size() - 1);
            if (token.separates() && inBlock) {
                separator = token;
                continue;
            }
            if (separator != null && !kept.isEmpty() && ends(kept.get(kept.size() - 1)) && begins(token)) {
                kept.add(new Token(Kind.NEWLINE, separator.start(), separator.end(), "\n", null));
            }
            separator = null;
            kept.add(token);
            int depth = Outline.depth(token);
            if (depth > 0) {
                statements.add(token.is("{"));
            } else if (depth < 0 && !statements.isEmpty()) {
                statements.remove(statements.size() - 1);
            }
        }
        return kept;
    }

    private static boolean ends(Token token) {
        return token.kind() != Kind.SYMBOL || ENDING.contains(token.text());
    }

    private static boolean begins(Token token) {
        if (token.kind() == Kind.KEYWORD) {
            return !KEYWORDS_WITHIN.contains(token.text());
        }
        return token.kind() != Kind.SYMBOL || BEGINNING.contains(token.text());
    }
}
