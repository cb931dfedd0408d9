package io.limbeck.revision;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be the id of a revision or a label, so that every target reads in one way only.
 *
 * <p>ASCII letters, digits, {@code _}, {@code .} and {@code -}; not beginning with {@code -} or {@code .}, not ending in
 * {@code -} and a number, which a target would read as "so many revisions below"; not a word of the target grammar; at
 * most 128 characters, the width of the version table's column.
 */
public final class Identifiers {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";

    /** The words that targets use, and that therefore name nothing else. */
    public static final List<String> WORDS = List.of(BASE, CURRENT, HEAD, HEADS);

    static final int LONGEST = 128;

    private static final Set<String> RESERVED = Set.copyOf(WORDS);

    private Identifiers() {}

    /** Why the word cannot be the id of a revision or a label, such as {@code may not contain '@'}; empty if it can. */
    public static Optional<String> objection(String word) {
        if (word.isEmpty()) {
            return Optional.of("may not be empty");
        }
        if (RESERVED.contains(word)) {
            return Optional.of("is a word of the target grammar");
        }
        if (word.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (!isPlain(word) || word.charAt(0) == '-' || word.charAt(0) == '.') {
            return Optional.of(misfit(word));
        }
        if (endsAsOffset(word)) {
            return Optional.of("may not end in '" + word.substring(word.lastIndexOf('-'))
                    + "', which a target reads as that many revisions below");
        }
        return Optional.empty();
    }

    /** Whether there is no objection, nor can two such words differ in case alone: nearly all ids are like that. */
    static boolean isSimple(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if ((letter < 'a' || letter > 'z') && !isDigit(letter) && letter != '_') {
                return false;
            }
        }
        return !word.isEmpty() && word.length() <= LONGEST && !RESERVED.contains(word);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isPlain(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || isDigit(letter)
                || letter == '_'
                || letter == '.'
                || letter == '-';
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean endsAsOffset(String word) {
        int end = word.length();
        while (end > 0 && isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end > 0 && end < word.length() && word.charAt(end - 1) == '-';
    }

    private static String misfit(String word) {
        char first = word.charAt(0);
        if (first == '-' || first == '.') {
            return "may not begin with '" + first + "'";
        }
        int culprit =
                word.codePoints().filter(letter -> !isPlain(letter)).findFirst().orElseThrow();
        return Character.isWhitespace(culprit)
                ? "may not contain white space"
                : "may not contain '" + Character.toString(culprit) + "'";
    }
}
