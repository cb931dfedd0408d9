package io.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://h:5432/shop                              | jdbc:postgresql://h:5432/shop                       | jdbc:postgresql://h:5432/shop
            jdbc:postgresql://h/shop?user=ann&password=s3cret&ssl=true | jdbc:postgresql://h/shop?user=ann&password=***&ssl=true | jdbc:postgresql://h/shop?ssl=true
            jdbc:postgresql://h/shop?password=s3cret                   | jdbc:postgresql://h/shop?password=***               | jdbc:postgresql://h/shop
            jdbc:h2:file:./shop;USER=sa;PASSWORD=s3cret;MODE=DB2       | jdbc:h2:file:./shop;USER=sa;PASSWORD=***;MODE=DB2   | jdbc:h2:file:./shop;MODE=DB2
            jdbc:sqlserver://h:1433;databaseName=shop;user=sa;password=s3cret | jdbc:sqlserver://h:1433;databaseName=shop;user=sa;password=*** | jdbc:sqlserver://h:1433;databaseName=shop
            jdbc:mysql://ann:s3cret@h/shop                             | jdbc:mysql://ann:***@h/shop                         | jdbc:mysql://h/shop
            jdbc:oracle:thin:scott/tiger@//h:1521/x                    | jdbc:oracle:thin:scott/***@//h:1521/x               | jdbc:oracle:thin:@//h:1521/x
            jdbc:derby:/tmp/x/target/derby;create=true                 | jdbc:derby:/tmp/x/target/derby;create=true          | jdbc:derby:/tmp/x/target/derby;create=true
            """)
    void urlsAreShownWithoutPasswordsAndHandedOnWithoutUsers(String url, String shown, String bare) {
        assertThat(Redaction.url(url)).isEqualTo(shown);
        assertThat(Redaction.bareUrl(url)).isEqualTo(bare);
    }

    @Test
    void aFailureThatNamesAPasswordIsCopiedWithoutIt() {
        Redaction redaction =
                Redaction.of("s3cret", "jdbc:x:y;password=s4cret", Map.of("trustStorePassword", "s5cret"));
        Exception failure =
                new IllegalStateException("s3cret", new RuntimeException("in s4cret", new Exception("and s5cret")));
        failure.addSuppressed(new Exception("s3cret again"));
        StringWriter trace = new StringWriter();
        redaction.failure(failure).printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString())
                .contains("IllegalStateException: ***", "in ***", "and ***", "*** again", "RedactionTest")
                .doesNotContain("s3cret", "s4cret", "s5cret");
    }

    @Test
    void aFailureThatNamesNoneIsItself() {
        Exception failure = new Exception("plain");
        assertThat(Redaction.of("s3cret", null, Map.of()).failure(failure)).isSameAs(failure);
    }
}
