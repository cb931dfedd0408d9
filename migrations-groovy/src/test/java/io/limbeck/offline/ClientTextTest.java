package io.limbeck.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.error.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements as each client gets them, by {@code clients/cases.txt}. Shape of a case:
 *
 * <pre>
 * === dialect: name
 * statement
 * ---
 * outcome, or what is refused
 * </pre>
 */
@DisplayName("A statement in a script")
class ClientTextTest {

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (String part : text().split("(?m)^=== ")) {
            if (!part.isBlank()) {
                String[] title = part.lines().findFirst().orElseThrow().split(": ", 2);
                String[] halves = part.substring(part.indexOf('\n') + 1).split("(?m)^---\n", 2);
                cases.add(Arguments.of(title[0], title[1], halves[0].stripTrailing(), halves[1].stripTrailing()));
            }
        }
        return cases.stream();
    }

    private static String text() throws IOException {
        try (InputStream in = ClientTextTest.class.getResourceAsStream("/clients/cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "for {0}: {1}")
    @MethodSource("cases")
    void isWrittenAsTheClientTakesIt(String dialectName, String name, String statement, String outcome) {
        Dialect dialect = Dialects.of(dialectName);
        ClientText text = new ClientText(dialect.clientProfile(), dialect.scriptRules());
        String written;
        try {
            written = text.of(statement);
        } catch (Refusal refusal) {
            written = "refused: " + refusal.fact() + "\n" + refusal.remedy();
        }
        assertThat(written.stripTrailing()).isEqualTo(outcome);
    }
}
