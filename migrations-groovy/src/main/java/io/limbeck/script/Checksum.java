package io.limbeck.script;

import io.limbeck.script.Token.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
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

    /** Asking for one by its name takes longer than hashing a script. */
    private static final MessageDigest FRESH = sha256();

    private final MessageDigest digest = fresh();
    private byte[] items = new byte[2048];
    private int size;

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException single) {
            return sha256();
        }
    }

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
        BitSet blocks = new BitSet();
        int depth = 0;
        boolean separated = false;
        Token last = null;
        for (Token token : tokens) {
            if (token.separates() && (depth == 0 || blocks.get(depth))) {
                separated = true;
                continue;
            }
            if (separated && last != null && ends(last) && begins(token)) {
                checksum.add('s', SEPARATOR);
            }
            separated = false;
            last = token;
            checksum.add(token);
            int change = Outline.depth(token);
            if (change > 0) {
                depth++;
                blocks.set(depth, token.is("{"));
            } else if (change < 0 && depth > 0) {
                depth--;
            }
        }
        return checksum.value();
    }

    private void add(Token token) {
        switch (token.kind()) {
            case NEWLINE -> add('s', SEPARATOR);
            case STRING -> add('t', token.string());
            case GSTRING -> add('g', token.text().replace("\r\n", "\n"));
            case NUMBER -> add('n', token.text());
            default -> add('w', token.text());
        }
    }

    /** Adds one item; kind and length keep it apart from its neighbours. */
    void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(kind, bytes, 0, bytes.length);
    }

    void add(char kind, byte[] bytes, int from, int length) {
        if (size > MANY) {
            digest.update(items, 0, size);
            size = 0;
        }
        int end = size + 5 + length;
        if (end > items.length) {
            items = Arrays.copyOf(items, 2 * end);
        }
        items[size] = (byte) kind;
        items[size + 1] = (byte) (length >>> 24);
        items[size + 2] = (byte) (length >>> 16);
        items[size + 3] = (byte) (length >>> 8);
        items[size + 4] = (byte) length;
        System.arraycopy(bytes, from, items, size + 5, length);
        size = end;
    }

    String value() {
        digest.update(items, 0, size);
        return VERSION + HexFormat.of().formatHex(digest.digest());
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
