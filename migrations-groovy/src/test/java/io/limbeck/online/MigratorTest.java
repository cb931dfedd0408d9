package io.limbeck.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whoever waits")
class MigratorTest {

    @ParameterizedTest
    @DisplayName("is told since when to the second, on the whole minute too")
    @CsvSource({
        "2026-11-23T06:18:21.987654, 2026-11-23 06:18:21",
        "2026-11-23T19:03:00,        2026-11-23 19:03:00",
        "2026-11-23T00:00,           2026-11-23 00:00:00"
    })
    void since(LocalDateTime time, String text) {
        assertThat(Migrator.text(time)).isEqualTo(text);
    }
}
