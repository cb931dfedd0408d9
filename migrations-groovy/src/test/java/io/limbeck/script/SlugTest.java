package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create account | a1_create_account.groovy",
                "  Größe & Maß: 'neu'! | a1_grosse_mass_neu.groovy",
                "İstanbul ÉTÉ | a1_istanbul_ete.groovy",
                "表を作る | a1.groovy",
                "add a column for the date of the very first order of a customer | a1_add_a_column_for_the_date_of_the_very.groovy",
                "0123456789012345678901234567890123456789xyz | a1_0123456789012345678901234567890123456789.groovy",
                "0123456789012345678901234567890123456789 xyz | a1_0123456789012345678901234567890123456789.groovy",
                "../../etc/passwd | a1_etc_passwd.groovy",
            })
    void aFileIsNamedAfterItsMessage(String message, String name) {
        assertThat(Slug.fileName("a1", message, "groovy")).isEqualTo(name);
    }

    @Test
    void newIdsAreTwelveHexadecimalDigitsAndDiffer() {
        assertThat(Stream.generate(RevisionId::random).limit(1000))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{12}"));
    }
}
