package io.limbeck.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Verbs;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing can be asked for that no golden case shows. */
class CompletenessTest {

    @Test
    void everyOperationHasACaseOnEveryDialect() {
        Set<String> wanted = new TreeSet<>();
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            Dialects.own().forEach(dialect -> wanted.add(operation.getSimpleName() + " on " + dialect));
        }
        Set<String> shown = GoldenCases.all().stream()
                .flatMap(golden -> golden.dialects().stream().map(dialect -> Outcome.of(golden, dialect)))
                .flatMap(outcome -> outcome.recorded().stream()
                        .map(operation -> operation.getClass().getSimpleName() + " on "
                                + outcome.dialect().replaceFirst(":.*", "")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).containsAll(wanted);
    }

    @Test
    void everyVerbHasAFolder() {
        Set<String> folders =
                GoldenCases.all().stream().map(GoldenCase::folder).collect(Collectors.toCollection(TreeSet::new));

        assertThat(folders)
                .containsAll(Verbs.names())
                .containsAll(Arrays.asList("alterTable", "autocommit", "on", "sqlFile"));
    }

    @Test
    void everyVerbIsFoundByItsName() {
        assertThat(Verbs.names())
                .allSatisfy(name -> assertThat(Verbs.of(name).name()).isEqualTo(name));
    }
}
