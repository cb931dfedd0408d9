package io.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.error.LimbeckException;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dgolden.write=true} writes the outputs anew; read the difference before committing it. */
@DisplayName("The difference")
class DifferenceCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/difference");

    static Stream<DifferenceCase> cases() throws IOException {
        return DifferenceCase.under(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isWrittenAsItsFileSays(DifferenceCase golden) throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String name : golden.dialects()) {
            sections.merge(outcome(golden, Dialects.of(name)), name, (one, more) -> one + " " + more);
        }
        StringBuilder output = new StringBuilder();
        sections.forEach((text, dialects) -> {
            int line = text.indexOf('\n');
            output.append("--- ")
                    .append(text, 0, line)
                    .append(": ")
                    .append(dialects)
                    .append(text.substring(line));
        });
        if (Boolean.getBoolean("golden.write")) {
            golden.write(output.toString());
        } else {
            assertThat(output.toString()).isEqualTo(golden.output());
        }
    }

    private static String outcome(DifferenceCase golden, Dialect dialect) {
        Schema from = States.of(golden.from(), dialect);
        Schema to = States.of(golden.to(), dialect);
        Rules rules = Rules.USUAL
                .naming(Naming.of(Map.of(), dialect.maxIdentifier()))
                .renames(rename -> golden.renames() ? Rename.Answer.UNDECIDED : Rename.Answer.TWO);
        Difference difference;
        try {
            difference = Difference.between(from, to, dialect, rules);
        } catch (LimbeckException refused) {
            return "refused\n" + refused.getMessage().stripTrailing() + "\n";
        }
        String script = String.join("\n", difference.script());
        List<Operation> read = States.operations(script, dialect);
        assertThat(States.applied(read, from).sameAs(States.applied(difference.operations(), from)))
                .as("what is read back on %s does the same:\n%s", dialect, script)
                .isTrue();
        if (difference.notes().isEmpty()) {
            assertThat(Difference.between(States.applied(read, from), to, dialect, rules)
                            .script())
                    .as("what is left on %s after\n%s", dialect, script)
                    .isEmpty();
        }
        return "script\n" + (script.isEmpty() ? "(nothing)" : script.stripTrailing()) + "\n";
    }
}
