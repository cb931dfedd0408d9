package io.limbeck.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Two texts")
class SqlTextsTest {

    private static final Path FOLDER = Path.of("src/test/resources/sqltext");
    private static final Table T = Table.of(
            Name.of("t"),
            List.of(
                    Column.of("balance", Scalar.of(Kind.DECIMAL, 12, 2)),
                    Column.of("amount", Scalar.of(Kind.INTEGER)),
                    Column.of("other", Scalar.of(Kind.INTEGER)),
                    Column.of("status", Scalar.of(Kind.VARCHAR, 10)),
                    Column.of("note", Scalar.of(Kind.TEXT)),
                    Column.of("code", Scalar.of(Kind.CHARS, 3)),
                    Column.of("From", Scalar.of(Kind.DATE)),
                    Column.of("flag", Scalar.of(Kind.BOOL)),
                    Column.of("born", Scalar.of(Kind.TIMESTAMP))));
    private static final Schema TABLES = Schema.EMPTY
            .with(Table.of(
                    Name.of("t"),
                    List.of(
                            Column.of("id", Scalar.of(Kind.INTEGER)),
                            Column.of("email", Scalar.of(Kind.VARCHAR, 40)),
                            Column.of("balance", Scalar.of(Kind.DECIMAL, 12, 2)),
                            Column.of("owner", Scalar.of(Kind.INTEGER)))))
            .with(Table.of(
                    Name.of("p"),
                    List.of(Column.of("id", Scalar.of(Kind.INTEGER)), Column.of("name", Scalar.of(Kind.VARCHAR, 40)))));

    static Stream<Arguments> expressions() throws IOException {
        return lines("expressions.txt");
    }

    static Stream<Arguments> queries() throws IOException {
        return lines("queries.txt");
    }

    private static Stream<Arguments> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    boolean same = line.contains("⇔");
                    String[] sides = line.substring(line.indexOf(':') + 1).split("[⇔⇎]");
                    return Arguments.of(line.substring(0, line.indexOf(':')), sides[0].strip(), same, sides[1].strip());
                });
    }

    @ParameterizedTest(name = "of {0}: {1} ; {3} : the same is {2}")
    @MethodSource("expressions")
    void areTheSameExpressionOrNot(String dialect, String asked, boolean same, String told) {
        SqlTexts texts = new SqlTexts(Dialects.of(dialect));
        assertThat(texts.same(asked, told, Optional.of(T))).isEqualTo(same);
        assertThat(texts.same(told, asked, Optional.of(T))).isEqualTo(same);
    }

    @ParameterizedTest(name = "of {0}: {1} ; {3} : the same is {2}")
    @MethodSource("queries")
    void areTheSameQueryOrNot(String dialect, String asked, boolean same, String told) {
        SqlTexts texts = new SqlTexts(Dialects.of(dialect));
        assertThat(texts.sameQuery(asked, TABLES, told, TABLES)).isEqualTo(same);
    }
}
