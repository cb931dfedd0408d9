package io.limbeck.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dsl.MigrationScript;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Parentheses around named arguments")
class ParenthesesTest {

    static Stream<Arguments> cases() {
        return Cases.read("/parentheses/cases.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("are put where a call plainly ends:")
    void put(String name, String rules, String script, String parenthesized) {
        assertThat(Parentheses.in(SourceText.of("a1.groovy", script)).strip()).isEqualTo(parenthesized);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("change neither what is compiled, nor its places, nor what is no Groovy:")
    void same(String name, String rules, String script, String parenthesized) {
        SourceText source = SourceText.of("a1.groovy", script);
        assertThat(compiled(source, Parentheses::in)).isEqualTo(compiled(source, SourceText::text));
    }

    private static Optional<String> compiled(SourceText source, Function<SourceText, String> text) {
        try (GroovyCompiler compiler = new GroovyCompiler(ParenthesesTest.class.getClassLoader())) {
            CompiledScript script = compiler.scripts(List.of(source), MigrationScript.class, text)
                    .get(source);
            StringBuilder told = new StringBuilder();
            script.classes().forEach((name, bytes) -> told.append(name).append(new String(bytes, ISO_8859_1)));
            script.marks().forEach(mark -> told.append(mark.offset()).append(new TreeMap<>(mark.words())));
            return Optional.of(told.toString());
        } catch (MultipleCompilationErrorsException noGroovy) {
            return Optional.empty();
        }
    }
}
