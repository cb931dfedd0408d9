package io.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Test cases in a text file. Shape of each, the words in brackets being optional:
 *
 * <pre>
 * === name [| rules]
 * input
 * ---
 * outcome
 * </pre>
 */
final class Cases {

    private Cases() {}

    /** The cases as arguments: name, rules, input, outcome, the last two without their final line end. */
    static Stream<Arguments> read(String resource) {
        List<Arguments> cases = new ArrayList<>();
        for (String part : text(resource).split("(?m)^=== ")) {
            if (part.isBlank()) {
                continue;
            }
            int titleEnd = part.indexOf('\n');
            String[] title = part.substring(0, titleEnd).split("\\|");
            String[] halves = part.substring(titleEnd + 1).split("(?m)^---\n", 2);
            cases.add(Arguments.of(
                    title[0].strip(), title.length > 1 ? title[1].strip() : "", chop(halves[0]), halves[1].strip()));
        }
        return cases.stream();
    }

    static String text(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    private static String chop(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
