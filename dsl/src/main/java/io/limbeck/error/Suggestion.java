package io.limbeck.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a misspelt word was probably meant to be. */
public final class Suggestion {

    private static final int SHOWN = 12;

    private Suggestion() {}

    /** The candidate that is a typing slip away from {@code word}, if one is near enough to be worth naming. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int tolerance = Math.max(1, word.length() / 3);
        return new TreeSet<>(candidates)
                .stream()
                        .filter(candidate -> distance(word, candidate) <= tolerance)
                        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /**
     * A remedy for an unknown word. Shape: {@code Did you mean 'email'?} or {@code The columns are id, email.}
     *
     * @param kind what the candidates are, in the plural, such as {@code columns}
     */
    public static String remedy(String word, String kind, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> listing(kind, candidates));
    }

    private static String listing(String kind, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "There are no " + kind + " yet.";
        }
        TreeSet<String> sorted = new TreeSet<>(candidates);
        String shown = String.join(", ", sorted.stream().limit(SHOWN).toList());
        return "The " + kind + " are " + shown + (sorted.size() > SHOWN ? ", …" : ".");
    }

    /** Edit distance in which a swap of neighbours counts once (optimal string alignment), ignoring case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
