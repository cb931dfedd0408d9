package io.limbeck.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.golden.Sandbox;
import io.limbeck.it.history.RandomHistory.Step;
import io.limbeck.kit.FromScratch;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each seed makes a history of its own on each database; {@code -Dhistory.seeds=50} tries more of them, {@code
 * -Dhistory.seed=7} one again, and {@code -Dhistory.database=h2} one database alone.
 */
@DisplayName("A random history of 200 operations")
class RandomHistoriesIT {

    private static final int LENGTH = 200;
    private static final Map<Databases, TestDatabase> SHARED = new EnumMap<>(Databases.class);

    @AfterAll
    static void dispose() throws SQLException {
        for (TestDatabase database : SHARED.values()) {
            database.close();
        }
    }

    static Stream<Arguments> histories() {
        Long seed = Long.getLong("history.seed");
        long seeds = Long.getLong("history.seeds", 2);
        String only = System.getProperty("history.database", "");
        return Stream.of(Databases.values())
                .filter(kind -> only.isEmpty() || kind.dialect().equals(only))
                .flatMap(kind -> (seed == null ? LongStream.rangeClosed(1, seeds) : LongStream.of(seed))
                        .mapToObj(each -> Arguments.of(kind, each)));
    }

    @ParameterizedTest(name = "on {0}, with -Dhistory.seed={1}")
    @MethodSource("histories")
    @DisplayName("ends where the replay says, and is undone to nothing")
    void endsWhereTheReplaySays(Databases kind, long seed) throws SQLException {
        TestDatabase database = SHARED.computeIfAbsent(kind, Databases::fresh);
        Dialect dialect = dialect(database);
        List<Step> steps = RandomHistory.of(seed, LENGTH, dialect, step -> tells(kind, step));
        assertThat(steps).hasSize(LENGTH);
        try (Sandbox sandbox = Sandbox.in(database, "history_" + seed)) {
            for (int i = 0; i < LENGTH; i++) {
                run(sandbox, steps, i, true);
            }
            assertThat(sandbox.catalogue(List.of()))
                    .as("the catalogue after\n%s", RandomHistory.script(steps, LENGTH))
                    .isEqualTo(fromScratch(
                            database,
                            "scratch_" + seed,
                            RandomHistory.end(steps).orElseThrow(),
                            dialect));
            for (int i = LENGTH - 1; i >= 0; i--) {
                run(sandbox, steps, i, false);
            }
            assertThat(sandbox.catalogue(List.of()))
                    .as("the catalogue after all was undone")
                    .isEmpty();
        }
    }

    private static void run(Sandbox sandbox, List<Step> steps, int index, boolean up) {
        Step step = steps.get(index);
        try {
            sandbox.send(up ? step.forward() : step.backward());
        } catch (SQLException refused) {
            throw new AssertionError(
                    "operation " + index + (up ? "" : ", undone") + ": "
                            + step.operation().script() + "\n"
                            + refused.getMessage() + "\non " + step.before() + "\nbehind\n"
                            + RandomHistory.script(steps, index),
                    refused);
        }
    }

    /** H2's KEY_COLUMN_USAGE goes on telling a renamed column's old name until the database is opened again. */
    private static boolean tells(Databases kind, Step step) {
        return !(kind == Databases.H2
                && step.operation() instanceof RenameColumn rename
                && step.before().tables().stream()
                        .flatMap(table -> table.constraints().stream())
                        .anyMatch(constraint -> constraint.names(rename.column())
                                || constraint instanceof io.limbeck.schema.ForeignKey key
                                        && key.referredColumns().contains(rename.column())));
    }

    private static Dialect dialect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            var data = connection.getMetaData();
            return Dialects.of(database.kind().dialect() + ":" + data.getDatabaseMajorVersion() + "."
                    + data.getDatabaseMinorVersion());
        }
    }

    private static String fromScratch(TestDatabase database, String schema, Schema state, Dialect dialect)
            throws SQLException {
        try (Sandbox sandbox = Sandbox.in(database, schema)) {
            sandbox.send(FromScratch.statements(state, dialect));
            return sandbox.catalogue(List.of());
        }
    }
}
