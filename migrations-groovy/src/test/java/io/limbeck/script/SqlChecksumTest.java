package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlChecksumTest {

    private static String checksum(String statements) {
        return script("-- revision: a1\n-- message: m\n-- upgrade\n" + statements.replace("\\n", "\n"));
    }

    private static String script(String text) {
        return SqlScript.read(SourceText.of("script.sql", text)).checksum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "same | select 1; | select\\n  1 ; -- one",
                "same | select a,b from t | /* it's */ select a , b\\n-- x\\nfrom t",
                "same | do $$ a $$ | do  $$ a $$",
                "other | select 'a b' | select 'a  b'",
                "other | select 'a--b' | select 'a'",
                "other | do $$ a  $$ | do $$ a $$",
                "other | select ab | select a b",
                "other | select e'x' | select e 'x'",
                "other | a\\nGO\\nb | a GO b",
                "other | a\\n/\\nb | a / b",
                "other | -- limbeck:whole\\na | a",
                "other | /*+ hint */ select 1 | select 1",
                "other | /*! set a */; | ;",
                "other | select 'it\\'s  x' | select 'it\\'s x'",
                "other | select 'oops  x | select 'oops x",
            })
    void tokensCountAndNothingElseDoes(String verdict, String one, String two) {
        assertThat(checksum(one).equals(checksum(two)) ? "same" : "other").isEqualTo(verdict);
    }

    @Test
    void whatTheHeaderSaysCountsAndHowItSaysItDoesNot() {
        String expected = script("-- revision: a1\n-- down: b, c\n-- depends-on: d\n-- upgrade\nselect 1;\n");
        assertThat(script("--  dependsOn:d\r\n--down: b,c\r\n-- revision:  a1\r\n\r\n-- upgrade\r\nselect 1;"))
                .isEqualTo(expected);
        assertThat(script("-- revision: a1\n-- down: b\n-- depends-on: d\n-- upgrade\nselect 1;\n"))
                .isNotEqualTo(expected);
        assertThat(script("-- revision: a1\n-- down: b, c\n-- depends-on: d\n-- upgrade\n-- downgrade\nselect 1;\n"))
                .isNotEqualTo(expected);
    }
}
