package io.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void aSlipIsNoticed() {
        assertThat(Suggestion.nearest("emial", List.of("email", "age"))).contains("email");
        assertThat(Suggestion.nearest("EMAIL", List.of("email"))).contains("email");
        assertThat(Suggestion.nearest("xyz", List.of("email", "age"))).isEmpty();
    }

    @Test
    void whatIsNearNothingGetsAList() {
        assertThat(Suggestion.remedy("xyz", "columns", List.of("id", "email"))).isEqualTo("The columns are email, id.");
        assertThat(Suggestion.remedy("xyz", "columns", List.of())).isEqualTo("There are no columns yet.");
    }

    @Test
    void aLongListIsCut() {
        List<String> many =
                IntStream.range(10, 40).mapToObj(i -> "column_number_" + i).toList();

        assertThat(Suggestion.remedy("x", "columns", many)).endsWith("column_number_21, …");
    }
}
