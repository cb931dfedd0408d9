package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.error.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code problems/} is a sentence: scripts that are wrong, and what an upgrade says of them. A file
 * {@code on} names the dialect for which SQL is written instead.
 *
 * <p>{@code -Dgolden.write=true} writes {@code expected.txt} anew; read the difference before committing it.
 */
@DisplayName("An upgrade is refused whole, telling everything that is wrong")
class ProblemsTest {

    private static final Path CASES = Path.of("src/test/resources/problems");

    /** One for all cases, since each leaves it empty. */
    private static Memory database;

    @BeforeAll
    static void begin() throws Exception {
        database = Memory.derby();
        database.connect().close();
    }

    @AfterAll
    static void end() throws Exception {
        database.drop();
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsEverything(String sentence) throws Exception {
        Path folder = CASES.resolve(sentence);
        String message = Files.exists(folder.resolve("on"))
                ? writing(folder, Files.readString(folder.resolve("on")).strip())
                : upgrading(folder);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, message + "\n");
        }
        assertThat(message + "\n").isEqualTo(Files.readString(expected));
    }

    private static String upgrading(Path folder) throws Exception {
        LimbeckException refused = catchThrowableOfType(
                LimbeckException.class,
                () -> Limbeck.configure()
                        .directory(folder)
                        .url(database.url())
                        .load()
                        .upgrade("heads"));
        assertThat(database.tables()).isEmpty();
        return refused.getMessage();
    }

    private static String writing(Path folder, String dialect) {
        StringBuilder output = new StringBuilder();
        LimbeckException refused = catchThrowableOfType(
                LimbeckException.class,
                () -> Limbeck.configure()
                        .directory(folder)
                        .dialect(dialect)
                        .load()
                        .sql("base:heads", output));
        assertThat(output).isEmpty();
        return refused.getMessage();
    }
}
