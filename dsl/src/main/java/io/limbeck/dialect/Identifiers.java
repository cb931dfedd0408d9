package io.limbeck.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Quotes identifiers: plain lower-case words stand as they are unless reserved, all others are quoted and exact. */
final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Set<String> reserved = new TreeSet<>();

    /** Adds reserved words, separated by white space. */
    void reserve(String words) {
        reserved.addAll(Set.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    }

    Set<String> reserved() {
        return reserved;
    }

    String quote(String identifier) {
        return PLAIN.matcher(identifier).matches() && !reserved.contains(identifier)
                ? identifier
                : '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
