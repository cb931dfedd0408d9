package io.limbeck.script.literal;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.script.BothWays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Drandom.scripts=5000} makes more of them, {@code -Drandom.first=7} begins elsewhere. */
@DisplayName("A script of variables, loops and closures")
class RandomScriptsTest {

    private static final int SCRIPTS = Integer.getInteger("random.scripts", 150);
    private static final long FIRST = Long.getLong("random.first", 1);

    @Test
    @DisplayName("asks for the same when it is read as when it is compiled, or is left to the compiler")
    void readEqualsCompiled() {
        List<String> scripts = LongStream.range(FIRST, FIRST + SCRIPTS)
                .mapToObj(RandomScript::of)
                .toList();
        List<BothWays.Outcome> read = BothWays.of(scripts);
        assertThat(read).hasSizeGreaterThan(SCRIPTS / 3);
        for (BothWays.Outcome script : read) {
            assertThat(script.read()).as(script.text()).isEqualTo(script.compiled());
        }
    }
}
