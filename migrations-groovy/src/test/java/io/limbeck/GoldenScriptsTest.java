package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.error.LimbeckException;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written for the history in {@code written/history}, for every dialect, compared with
 * {@code written/<dialect>/}.
 *
 * <p>{@code -Dgolden.write=true} writes those files anew; read the difference before committing it.
 */
@DisplayName("A script")
class GoldenScriptsTest {

    private static final Path FOLDER = Path.of("src/test/resources/written");

    static Stream<Arguments> scripts() {
        return Dialects.names().stream()
                .flatMap(dialect -> Stream.of(Direction.values())
                        .flatMap(direction -> Stream.of(false, true)
                                .map(idempotent -> Arguments.of(dialect, direction, idempotent))));
    }

    @ParameterizedTest(name = "for {0}: {1}, idempotent: {2}")
    @MethodSource("scripts")
    void isWhatTheGoldenFileSays(String dialect, Direction direction, boolean idempotent) throws Exception {
        String name = direction.name().toLowerCase(Locale.ROOT) + (idempotent ? "-idempotent" : "");
        Path file = FOLDER.resolve(dialect).resolve(name + ".sql");
        String script = written(dialect, direction, idempotent);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
        }
        assertThat(script).isEqualTo(Files.readString(file));
    }

    private static String written(String dialect, Direction direction, boolean idempotent) {
        StringBuilder out = new StringBuilder();
        try {
            Limbeck.configure()
                    .directory(FOLDER.resolve("history"))
                    .dialect(dialect)
                    .idempotent(idempotent)
                    .load()
                    .sql(direction, direction == Direction.DOWNGRADE ? "heads:base" : "base:heads", out);
            return out.toString();
        } catch (LimbeckException refused) {
            assertThat(out).isEmpty();
            return "-- refused: " + refused.getMessage().replace("\n", "\n-- ") + "\n";
        }
    }
}
