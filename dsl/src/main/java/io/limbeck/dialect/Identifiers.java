package io.limbeck.dialect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** Quotes identifiers: plain lower-case words stand as they are unless reserved, all others are quoted and exact. */
final class Identifiers {

    private final StringBuilder words = new StringBuilder();
    private Set<String> reserved;

    /** Adds reserved words, separated by white space. */
    void reserve(String more) {
        words.append(' ').append(more);
    }

    /** Made when somebody asks, as many a dialect is made only to be asked for something else. */
    Set<String> reserved() {
        if (reserved == null) {
            Set<String> found = new HashSet<>();
            StringTokenizer each = new StringTokenizer(words.toString().toLowerCase(Locale.ROOT));
            while (each.hasMoreTokens()) {
                found.add(each.nextToken());
            }
            reserved = found;
        }
        return reserved;
    }

    /** Whether it is a word of small letters, digits and {@code _}, with no digit in front. */
    private static boolean isPlain(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            char letter = identifier.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if ((letter < 'a' || letter > 'z') && letter != '_' && (!digit || i == 0)) {
                return false;
            }
        }
        return !identifier.isEmpty();
    }

    /**
     * A name as scripts write it, from a catalogue that keeps in capitals what was not quoted (SQL:2016, 5.2 token and
     * separator, syntax rule 24).
     */
    static String fromCapitals(String catalogueName) {
        return catalogueName.equals(catalogueName.toUpperCase(Locale.ROOT))
                ? catalogueName.toLowerCase(Locale.ROOT)
                : catalogueName;
    }

    String quote(String identifier) {
        return isPlain(identifier) && !reserved().contains(identifier)
                ? identifier
                : '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
