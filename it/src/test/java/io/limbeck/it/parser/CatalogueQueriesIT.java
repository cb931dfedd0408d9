package io.limbeck.it.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import io.limbeck.dialect.Dialects;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL and MySQL run, and so are asked themselves. */
@DisplayName("Another's grammar of a database that cannot run takes the queries for its catalogue")
class CatalogueQueriesIT {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POSTGRESQL", "MYSQL"})
    void takesEveryQuery(Judge judge) {
        Catalogue catalogue = Dialects.of(judge.dialect()).catalogue();
        Map<String, String> refused = new TreeMap<>();
        Stream<Optional<String>> queries = Stream.concat(
                Arrays.stream(Question.values()).map(catalogue::query),
                Stream.of(catalogue.further(new Answers(Map.of()))));
        for (String query : queries.flatMap(Optional::stream).collect(Collectors.toSet())) {
            String asked = query.replace("{schemas}", "?, ?").replace("{current}", "?");
            judge.complaint(asked).ifPresent(complaint -> refused.put(asked, complaint));
        }
        assertThat(refused).isEmpty();
    }
}
