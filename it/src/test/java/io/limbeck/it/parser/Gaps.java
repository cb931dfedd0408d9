package io.limbeck.it.parser;

import io.limbeck.it.ShippedScripts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a judge is known not to understand. Shape of the file, where the text is a pattern for a whole statement:
 *
 * <pre>
 * # why the statement is right, or whose words they are
 * ALTER TABLE \S+ MODIFY \(\S+ DROP IDENTITY\)
 * </pre>
 */
final class Gaps {

    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    private Gaps() {}

    /**
     * @param file ends with {@code gaps} for what is refused though it is right, and with {@code taken} for what is taken
     *     though it is wrong
     */
    static Gaps of(String file) {
        Gaps gaps = new Gaps();
        boolean explained = false;
        for (String line : ShippedScripts.read("parser/" + file).lines().toList()) {
            if (line.startsWith("#")) {
                explained = true;
            } else if (line.isBlank()) {
                explained = false;
            } else if (explained) {
                gaps.patterns.add(Pattern.compile(line, Pattern.DOTALL));
                gaps.unseen.add(line);
            } else {
                throw new IllegalStateException("nothing explains the gap " + line);
            }
        }
        return gaps;
    }

    /** Whether a statement that was refused is one of those, which shows that the gap is still there. */
    boolean explain(String sql) {
        boolean explained = false;
        for (Pattern pattern : patterns) {
            if (pattern.matcher(sql).matches()) {
                unseen.remove(pattern.pattern());
                explained = true;
            }
        }
        return explained;
    }

    /** The gaps that no statement fell into. */
    Set<String> unseen() {
        return unseen;
    }
}
