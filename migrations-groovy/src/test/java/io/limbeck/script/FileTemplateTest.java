package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rev}_{slug}                                     | Add cart | a1_add_cart.sql",
                "{rev}_{slug}                                     |          | a1.sql",
                "{slug}-{rev}                                     |          | a1.sql",
                "{year}/{month}/{day}_{rev}                       | Add cart | 2024/03/05_a1.sql",
                "V{epoch}__{slug}                                 | Add cart | V1709615109__add_cart.sql",
                "{year}{month}{day}{hour}{minute}{second}_{slug}  | Add cart | 20240305050509_add_cart.sql"
            })
    void wordsInBracesStandForWhatIsWritten(String template, String message, String name) {
        Instant written = Instant.parse("2024-03-05T05:05:09Z");
        assertThat(FileTemplate.of(template).name("a1", message == null ? "" : message, "sql", written))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rev}_{slag}  | Did you mean 'slug'?",
                "{year}        | Put {rev} into it, as in {rev}_{slug}.",
                "../{rev}      | Use words and plain names, with / between folders."
            })
    void aTemplateThatCannotBeIsRefused(String template, String way) {
        assertThatThrownBy(() -> FileTemplate.of(template)).hasMessageContaining(way);
    }
}
