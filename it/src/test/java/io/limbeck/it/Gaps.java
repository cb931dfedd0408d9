package io.limbeck.it;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a test is known to find wrong that is not. Shape of the file, where the text is a pattern for the whole of it:
 *
 * <pre>
 * # why the statement is right, or whose words they are
 * ALTER TABLE \S+ MODIFY \(\S+ DROP IDENTITY\)
 * </pre>
 */
public final class Gaps {

    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    private Gaps() {}

    /**
     * @param file a resource; there is none of what has no gaps
     */
    public static Gaps of(String file) {
        Gaps gaps = new Gaps();
        boolean explained = false;
        for (String line : ShippedScripts.read(file).lines().toList()) {
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

    /** Whether what was found is one of those, which shows that the gap is still there. */
    public boolean explain(String found) {
        boolean explained = false;
        for (Pattern pattern : patterns) {
            if (pattern.matcher(found).matches()) {
                unseen.remove(pattern.pattern());
                explained = true;
            }
        }
        return explained;
    }

    /** The gaps that nothing fell into. */
    public Set<String> unseen() {
        return unseen;
    }
}
