package io.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.environment.TransactionMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"30, PT30S", "500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "5 min, PT5M", "1h, PT1H"})
    void durationsAreReadAsPeopleWriteThem(String text, Duration duration) {
        assertThat(Durations.parse("db.lockTimeout", text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"PT0.012S, 12 ms", "PT3.44S, 3.4 s", "PT2M5S, 2 min 5 s"})
    void durationsAreWrittenAsPeopleReadThem(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }

    @Test
    void whatIsNoDurationIsRefusedByItsParameter() {
        assertThatThrownBy(() -> Durations.parse("db.lockTimeout", "soon")).hasMessage("""
                        'soon' in `db.lockTimeout` is not a duration
                          Write it as in 30s, 500ms, 5m or 1h.""");
    }

    @Test
    void aWordThatIsNoneOfTheChoicesGetsASuggestion() {
        assertThat(Words.choice("db.transaction", "per-revision", TransactionMode.class))
                .isEqualTo(TransactionMode.PER_REVISION);
        assertThatThrownBy(() -> Words.choice("db.transaction", "per-revison", TransactionMode.class))
                .hasMessage("""
                        'per-revison' in `db.transaction` is none of all, none, per-revision
                          Did you mean 'per-revision'?""");
    }

    @Test
    void listsAreCommaSeparated() {
        assertThat(Words.list(" a, b,,c ")).containsExactly("a", "b", "c");
        assertThat(Words.list(null)).isEmpty();
    }
}
