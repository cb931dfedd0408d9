package io.limbeck.it.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rename;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.error.Refusal;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.golden.Sandbox;
import io.limbeck.kit.FromScratch;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code -Dpairs.seeds=200} tries more of them on databases, {@code -Dpairs.states=200} without, {@code -Dpairs.seed=7} one
 * again, and {@code -Dpairs.database=h2} one database alone.
 */
@DisplayName("Of a random pair of states")
class RandomPairsIT {

    private static final Map<Databases, TestDatabase> SHARED = new EnumMap<>(Databases.class);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @AfterAll
    static void dispose() throws SQLException {
        for (TestDatabase database : SHARED.values()) {
            database.close();
        }
    }

    static Stream<Arguments> pairs() {
        return Dialects.own().stream()
                .flatMap(dialect -> seeds("pairs.states", 20).mapToObj(each -> Arguments.of(dialect, each)));
    }

    static Stream<Arguments> databases() {
        String only = System.getProperty("pairs.database", "");
        return Stream.of(Databases.values())
                .filter(kind -> only.isEmpty() || kind.dialect().equals(only))
                .flatMap(kind -> seeds("pairs.seeds", 3).mapToObj(each -> Arguments.of(kind, each)));
    }

    private static LongStream seeds(String property, long usual) {
        Long seed = Long.getLong("pairs.seed");
        return seed == null ? LongStream.rangeClosed(1, Long.getLong(property, usual)) : LongStream.of(seed);
    }

    private static Rules rules(Dialect dialect, long seed) {
        return Rules.USUAL
                .naming(Naming.of(Map.of(), dialect.maxIdentifier()))
                .renames(rename -> seed % 2 == 0 ? Rename.Answer.UNDECIDED : Rename.Answer.TWO);
    }

    @ParameterizedTest(name = "as {0} sees them, with -Dpairs.seed={1}")
    @MethodSource("pairs")
    @DisplayName("one leads to the other")
    void oneLeadsToTheOther(String name, long seed) {
        Dialect dialect = Dialects.of(name);
        RandomPair pair = RandomPair.of(seed, dialect);
        Rules rules = rules(dialect, seed);
        Difference difference = Difference.between(pair.from(), pair.to(), dialect, rules);
        Schema reached = pair.from();
        for (Operation operation : difference.operations()) {
            reached = operation.resolved(reached).apply(reached);
        }
        assertThat(Difference.between(reached, pair.to(), dialect, rules).script())
                .as("what is left after\n%s", String.join("\n", difference.script()))
                .isEmpty();
        assertThat(Difference.between(pair.to(), reached, dialect, rules).script())
                .as("what is too much after\n%s", String.join("\n", difference.script()))
                .isEmpty();
    }

    @ParameterizedTest(name = "on {0}, with -Dpairs.seed={1}")
    @MethodSource("databases")
    @DisplayName("one becomes the other, and nothing is left to do")
    void oneBecomesTheOther(Databases kind, long seed) throws SQLException {
        TestDatabase database = SHARED.computeIfAbsent(kind, Databases::fresh);
        Dialect dialect = dialect(database);
        RandomPair pair = RandomPair.of(seed, dialect);
        Rules rules = rules(dialect, seed);
        try (Sandbox sandbox = Sandbox.in(database, "pair_" + COUNTER.incrementAndGet())) {
            sandbox.send(FromScratch.statements(pair.from(), dialect));
            Schema before = sandbox.inspected(dialect, List.of());
            same(before, pair.from(), dialect, rules, "after it was made from scratch");
            Difference difference = Difference.between(before, pair.to(), dialect, rules);
            String script = String.join("\n", difference.script());
            try {
                sandbox.send(Sending.of(difference.operations(), before, dialect));
            } catch (SQLException | Refusal refused) {
                throw new AssertionError(refused.getMessage() + "\nby\n" + script + "\non\n" + before, refused);
            }
            same(sandbox.inspected(dialect, List.of()), pair.to(), dialect, rules, "after\n" + script);
        }
    }

    private static void same(Schema told, Schema asked, Dialect dialect, Rules rules, String when) {
        assertThat(String.join(
                        "\n", Difference.between(told, asked, dialect, rules).script()))
                .as("what is missing %s\nin %s", when, told)
                .isEmpty();
        assertThat(String.join(
                        "\n", Difference.between(asked, told, dialect, rules).script()))
                .as("what is too much %s\nin %s", when, told)
                .isEmpty();
    }

    private static Dialect dialect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            var data = connection.getMetaData();
            return Dialects.of(database.kind().dialect() + ":" + data.getDatabaseMajorVersion() + "."
                    + data.getDatabaseMinorVersion());
        }
    }
}
