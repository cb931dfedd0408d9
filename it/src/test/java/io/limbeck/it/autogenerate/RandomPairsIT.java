package io.limbeck.it.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rename;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dpairs.seeds=200} tries more of them, {@code -Dpairs.seed=7} one again. */
@DisplayName("Of a random pair of states")
class RandomPairsIT {

    static Stream<Arguments> pairs() {
        Long seed = Long.getLong("pairs.seed");
        long seeds = Long.getLong("pairs.states", 20);
        return Dialects.own().stream()
                .flatMap(dialect -> (seed == null ? LongStream.rangeClosed(1, seeds) : LongStream.of(seed))
                        .mapToObj(each -> Arguments.of(dialect, each)));
    }

    @ParameterizedTest(name = "as {0} sees them, with -Dpairs.seed={1}")
    @MethodSource("pairs")
    @DisplayName("one leads to the other")
    void oneLeadsToTheOther(String name, long seed) {
        Dialect dialect = Dialects.of(name);
        RandomPair pair = RandomPair.of(seed, dialect);
        Rules rules = Rules.USUAL
                .naming(Naming.of(Map.of(), dialect.maxIdentifier()))
                .renames(rename -> seed % 2 == 0 ? Rename.Answer.UNDECIDED : Rename.Answer.TWO);
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
}
