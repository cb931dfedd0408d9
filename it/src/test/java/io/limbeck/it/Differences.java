package io.limbeck.it;

import io.limbeck.it.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * In what two catalogues differ, one line for each fact that only one of them has. Shape:
 *
 * <pre>
 * - table QRTZ_LOCKS: primary key - (SCHED_NAME, LOCK_NAME)
 * + table QRTZ_LOCKS: primary key PK_QRTZ_LOCKS (SCHED_NAME, LOCK_NAME)
 * </pre>
 */
final class Differences {
    private Differences() {}

    /** The lines, sorted: {@code -} before what only the first has, {@code +} before what only the second has. */
    static List<String> between(Catalogue first, Catalogue second) {
        var gone = without(facts(first), facts(second)).stream().map(fact -> "- " + fact);
        var come = without(facts(second), facts(first)).stream().map(fact -> "+ " + fact);
        return Stream.concat(gone, come).sorted().toList();
    }

    /**
     * The lines that a document lists, sorted. A section begins with its title at the margin, and everything in it is
     * indented; what is neither {@code -} nor {@code +} explains.
     *
     * @param title how the section's first line begins
     */
    static List<String> listed(String document, String title) {
        var lines = document.lines().dropWhile(line -> !line.startsWith(title)).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("No section begins with " + title);
        }
        return lines.stream()
                .skip(1)
                .takeWhile(line -> line.isBlank() || line.startsWith(" "))
                .map(String::strip)
                .filter(line -> line.startsWith("- ") || line.startsWith("+ "))
                .sorted()
                .toList();
    }

    private static List<String> facts(Catalogue catalogue) {
        var facts = new ArrayList<String>();
        var object = "";
        for (var line : catalogue.text().lines().toList()) {
            if (line.startsWith(" ")) {
                facts.add(object + ": " + line.strip());
            } else {
                object = line;
                facts.add(object);
            }
        }
        return facts;
    }

    private static List<String> without(List<String> facts, Collection<String> others) {
        var left = new ArrayList<>(facts);
        others.forEach(left::remove);
        return left;
    }
}
