package io.limbeck.script.literal;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.script.Outline;
import io.limbeck.script.Recordings;
import io.limbeck.script.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A script of calls with literals")
class LiteralScriptTest {

    private static final String HEADER = "revision 'a1', message: 'x'\n";
    private static final Dialect DIALECT = Dialects.of("postgresql");

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/literal"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    @DisplayName(
            "asks for the same when it is read as when it is compiled, with the same complaints at the same places")
    void readEqualsCompiled(Path file) throws IOException {
        for (String text : Files.readString(file).split("(?m)^----\n")) {
            String script = HEADER + text;
            Optional<Recording> read = read(script);
            assertThat(read).as(script).isPresent();
            Recording compiled = Recordings.compiled(source(script), DIALECT);
            assertThat(operations(read.get())).as(script).isEqualTo(operations(compiled));
            assertThat(read.get().problems().toString())
                    .as(script)
                    .isEqualTo(compiled.problems().toString());
            assertThat(places(read.get())).as(script).isEqualTo(places(compiled));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def t = 'a'\nupgrade { dropTable t }",
                "upgrade { for (t in ['a', 'b']) { dropTable t } }",
                "upgrade { ['a', 'b'].each { dropTable it } }",
                "upgrade { dropTable \"${x.table}\" }",
                "upgrade { dropTable 'a' + 'b' }",
                "upgrade { data { sql -> sql.execute 'x' } }",
                "upgrade { if (dialect == 'h2') dropTable 'a' }",
                "void helper() { }\nupgrade { helper() }",
                "import java.time.LocalDate\nupgrade { dropTable 'a' }",
                "upgrade { insert 'a', [day: java.time.LocalDate.now()] }",
                "upgrade { dropTable x.table }",
                "upgrade { createTable 'a', { column 'id', bigint } }",
                "upgrade { dropTable(*['a']) }",
                "upgrade { dropTable 'a', [ifExists: true] as Map }",
                "upgrade { dropTable 'a' dropTable 'b' }",
                "upgrade { addColumn 'a', 'b', varchar(10).on(h2: sql('x')) }",
                "upgrade { -> dropTable 'a' }",
                "upgrade { dropTable }",
            })
    @DisplayName("is left to the compiler as soon as it holds anything else")
    void declines(String script) {
        assertThat(read(HEADER + script)).isEmpty();
    }

    @Test
    @DisplayName("is what the shop's scripts are, but for the few with code in them")
    void shop() throws IOException {
        Path shop = Path.of("../it/shop/src/main/db/migrations");
        try (Stream<Path> files = Files.list(shop)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".groovy"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                read(text)
                        .ifPresent(read -> assertThat(operations(read))
                                .as(file.toString())
                                .isEqualTo(operations(Recordings.compiled(source(text), DIALECT))));
            }
        }
    }

    private static Optional<Recording> read(String text) {
        return LiteralScript.read(Outline.read(source(text))).map(script -> {
            Recording recording = Recordings.fresh(DIALECT);
            script.recordUpgrade(recording);
            script.recordDowngrade(recording);
            return recording;
        });
    }

    private static SourceText source(String text) {
        return SourceText.of("a1_x.groovy", text);
    }

    private static List<String> operations(Recording recording) {
        return recording.operations().stream()
                .map(recorded -> recorded.operation() + (recorded.autocommit() ? " alone" : ""))
                .toList();
    }

    private static List<String> places(Recording recording) {
        return recording.operations().stream()
                .map(Recorded::site)
                .map(site -> site.place().toString())
                .toList();
    }
}
