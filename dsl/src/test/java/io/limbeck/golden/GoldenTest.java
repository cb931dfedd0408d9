package io.limbeck.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case comes out as its file says, and keeps the laws. */
class GoldenTest {

    private static final Path SOURCES = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsItsFileSays() throws IOException {
        return GoldenCases.under(SOURCES).stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.name(), SOURCES.resolve(golden.name() + ".case").toUri(), () -> check(golden)));
    }

    private static void check(GoldenCase golden) throws IOException {
        List<Outcome> outcomes =
                golden.dialects().stream().map(name -> Outcome.of(golden, name)).toList();
        String output = GoldenText.of(outcomes);
        if (Boolean.getBoolean("golden.write")) {
            GoldenCases.write(SOURCES, golden, output);
        } else {
            assertThat(output).isEqualTo(golden.output());
        }
        assertThat(GoldenText.of(golden.dialects().stream()
                        .map(name -> Outcome.of(golden, name))
                        .toList()))
                .as("rendered again")
                .isEqualTo(output);
        for (Outcome outcome : outcomes) {
            Laws.check(golden, outcome);
        }
    }
}
