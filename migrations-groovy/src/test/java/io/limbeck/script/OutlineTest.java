package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {

    static Stream<Arguments> groovy() {
        return Cases.read("/headers/groovy.txt");
    }

    static Stream<Arguments> sql() {
        return Cases.read("/headers/sql.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groovy")
    void aGroovyScriptIsUnderstoodAsText(String name, String rules, String input, String outcome) {
        assertThat(groovyOutcome(input)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sql")
    void anSqlScriptIsUnderstoodAsText(String name, String rules, String input, String outcome) {
        assertThat(sqlOutcome(input)).isEqualTo(outcome);
        if (!outcome.contains("script.sql")) {
            assertThat(sqlOutcome(input.replace("\n", "\r\n"))).isEqualTo(outcome);
        }
    }

    private static String groovyOutcome(String input) {
        try {
            Outline outline = Outline.read(SourceText.of("script.groovy", input));
            return header(outline.header()) + "\nupgrade " + at(outline.upgradePlace())
                    + outline.downgradePlace()
                            .map(place -> "\ndowngrade " + at(place))
                            .orElse("");
        } catch (LimbeckException e) {
            return e.getMessage();
        }
    }

    private static String sqlOutcome(String input) {
        try {
            SqlScript script = SqlScript.read(SourceText.of("script.sql", input));
            return header(script.header()) + "\nupgrade " + section(script, script.upgrade())
                    + Optional.ofNullable(script.revert())
                            .map(section -> "\ndowngrade " + section(script, section))
                            .orElse("");
        } catch (LimbeckException e) {
            return e.getMessage();
        }
    }

    private static String section(SqlScript script, SqlScript.Section section) {
        return at(section.place())
                + script.statements(section, Rules.of("standard")).stream()
                        .map(statement -> " " + at(statement.place()) + " " + statement.text())
                        .collect(Collectors.joining());
    }

    private static String header(Header header) {
        return header.kind().word() + " " + at(header.place()) + " " + words(List.of(header.id()))
                + list(" down", header.down())
                + header.message().map(text -> " message " + text).orElse("")
                + list(" labels", header.labels())
                + list(" dependsOn", header.dependsOn());
    }

    private static String list(String name, List<Placed> words) {
        return words.isEmpty() ? "" : name + " " + words(words);
    }

    private static String words(List<Placed> words) {
        return words.stream().map(word -> word.text() + "@" + at(word.place())).collect(Collectors.joining(","));
    }

    private static String at(Place place) {
        return place.line() + ":" + place.column();
    }
}
