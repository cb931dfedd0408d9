package io.limbeck.script.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.Recording;
import io.limbeck.script.BothWays;
import io.limbeck.script.GroovyLexer;
import io.limbeck.script.Outline;
import io.limbeck.script.Recordings;
import io.limbeck.script.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A script of calls with literals")
class LiteralScriptTest {

    private static final String HEADER = "revision 'a1', message: 'x'\n";
    private static final Dialect DIALECT = Dialects.of("postgresql");
    private static final HearingScript.Surroundings SURROUNDINGS =
            new HearingScript.Surroundings(DIALECT.dialect(), false, Map.of());

    private static List<String> corpus(String... names) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String name : names) {
            for (String text : Files.readString(Path.of("src/test/resources/literal/" + name))
                    .split("(?m)^----\n")) {
                scripts.add(HEADER + text);
            }
        }
        return scripts;
    }

    @Test
    @DisplayName(
            "asks for the same when it is read as when it is compiled, with the same complaints at the same places")
    void readEqualsCompiled() throws IOException {
        List<String> scripts = corpus(
                "forms.txt", "mistakes.txt", "programs.txt", "choices.txt", "patterns.txt", "jdk.txt", "closures.txt");
        List<BothWays.Outcome> read = BothWays.of(scripts);
        assertThat(read.stream().map(BothWays.Outcome::text)).isEqualTo(scripts);
        for (BothWays.Outcome script : read) {
            assertThat(script.read()).as(script.text()).isEqualTo(script.compiled());
        }
    }

    @Test
    @DisplayName("is read by the parser for literals alone where it holds no more")
    void plain() throws IOException {
        for (String script : corpus("forms.txt", "mistakes.txt")) {
            assertThatCode(() -> new LiteralParser(GroovyLexer.tokens(source(script))).script())
                    .as(script)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade { data { sql -> sql.execute 'x' } }",
                "import java.sql.Timestamp\nupgrade { dropTable 'a' }",
                "upgrade { insert 'a', [day: java.time.LocalDate.now()] }",
                "upgrade { createTable 'a', { column 'id', bigint } }",
                "upgrade { dropTable(*['a']) }",
                "upgrade { dropTable 'a', [ifExists: true] as Map }",
                "upgrade { dropTable 'a' dropTable 'b' }",
                "upgrade { addColumn 'a', 'b', varchar(10).on(h2: sql('x')) }",
                "upgrade { -> dropTable 'a' }",
                "upgrade { dropTable }",
                "upgrade { println 'x' }",
                "upgrade { dropTable -5 }",
                "upgrade { insert [id: 1] }",
                "upgrade { def it = 'a'; dropTable it }",
                "upgrade { def a = 'a'; def a = 'b' }",
                "upgrade { ['a'].each { it -> dropTable it } }",
                "upgrade { t = 'a'; dropTable t }",
                "upgrade { final t = 'a'; t = 'b' }",
                "def n = 0\nupgrade { n++ }\ndowngrade { dropTable \"t$n\" }",
                "def l = []\nupgrade { l << 'a' }\ndowngrade { dropTable l[0] }",
                "upgrade { def n = 0; on('h2') { n++ }; dropTable \"t$n\" }",
                "upgrade { def l = ['a']; createTable('t') { l << 'b' }; dropTable l[1] }",
                "upgrade { def l = ['a']; for (t in l) { l << t } }",
                "upgrade { while (true) { } }",
                "upgrade { def s = 'a'; 99.times { s += s } }",
                "upgrade { dropTable 'a' * 2147483647 }",
                "upgrade { def l = []; l << l; insert 't', [a: l] }",
                "upgrade { insert 't', [a: 1 / 0] }",
                "upgrade { insert 't', [a: 1 == 'a'] }",
                "upgrade { insert 't', [a: 1.5d * 2] }",
                "upgrade { def m = [a: 1]; dropTable m.class }",
                "upgrade { dropTable 'abc'.substring(4) }",
                "upgrade { dropTable [][-1] }",
                "upgrade { dropTable \"${-> 'a'}\" }",
                "upgrade { def t = 'a'; dropTable (t)+t }",
                "def t = bigint\nupgrade { addColumn 't', 'c', t }",
                "def loop(n) { loop(n + 1) }\nupgrade { loop(1) }",
                "def column(n) { n }\nupgrade { createTable('t') { column 'a' } }",
                "void helper() { return 'a' }\nupgrade { helper() }",
                "def text() { 'a' }\nupgrade { dropTable text() }",
                "upgrade { createTable('t') { c -> column 'id', bigint } }",
                "upgrade { insert 't', [a: 1..3] }",
                "upgrade { ['a'].each { break } }",
                "upgrade { label: for (t in ['a']) { dropTable t } }",
                "upgrade { [[1, 2]].each { a, b, c -> dropTable 'a' } }",
                "upgrade { def fs = []; ['a', 'b'].each { n -> def f = { n }; fs << f } }",
                "upgrade { insert 't', [a: 'a,b'.split(',').isEmpty()] }",
                "upgrade { insert 't', [a: [a: 1][\"${'a'}\"]] }",
                "upgrade { createIndex 't', ['a'].collect { renameTabel it } }",
                "upgrade { def a = [1]; def b = [1]; 60.times { a = [a, a]; b = [b, b] }; if (a == b) dropTable 't' }",
                "upgrade { def a = [1]; 60.times { a = [a, a] }; insert 't', [a: a in [a]] }",
                "upgrade { def l = []; 9999.times { l << 'a'.padLeft(99999, 'x') } }",
                "upgrade { def l = []; def s = 'a' * 9999; 9999.times { l << s.toUpperCase() } }",
                "upgrade { dropTable(('a' * 99999).replace('a', 'b' * 99999)) }",
                "upgrade { for (int i = 0; i < 2; dropTable('a')) { i++ } }",
                "upgrade { switch (5) { default: dropTable 'a'; case 1: dropTable 'b' } }",
                "upgrade { switch (5) { default: dropTable 'a'; default: dropTable 'b' } }",
                "upgrade { switch (5) { case 1 -> dropTable 'b'; default: dropTable 'a' } }",
                "upgrade { def z = switch (1) { default -> 'b'; case 1 -> 'a' }; dropTable z }",
                "upgrade { def z = switch (1) { case 1 -> return 5 } }",
                "upgrade { def z = switch (1) { }; dropTable z }",
                "upgrade { switch (5) { case 1: continue } }",
                "upgrade { ['a'].each { n -> switch (n) { case 'a': ['b'].each { break } } } }",
                "upgrade { switch (1) { case 1 -> drpTable 'b' } }",
                "upgrade { switch (null) { case 1: dropTable 'b' } }",
                "upgrade { switch (1.0) { case 1..3: dropTable 'b' } }",
                "upgrade { assert 1 == 2; dropTable 'b' }",
                "upgrade { dropTable 'a'.replaceAll('(', 'b') }",
                "upgrade { dropTable('x' =~ /y/) }",
                "upgrade { insert 't', [a: 'x' =~ null] }",
                "upgrade { insert 't', [a: ~5] }",
                "upgrade { insert 't', [a: 'a_b'.replaceAll(/_(\\w)/) { it[1] }] }",
                "upgrade { def m = 'a' =~ /(a)/; insert 't', [a: m.group(1)] }",
                "upgrade { def m = 'a' =~ /a/; on('h2') { if (m) dropTable 'a' } }",
                "upgrade { insert 't', [a: [null]*.size().size()] }",
            })
    @DisplayName("is left to the compiler as soon as it holds anything else")
    void declines(String script) {
        assertThat(read(HEADER + script)).isEmpty();
    }

    @Test
    @DisplayName(
            "is left to the compiler where a corner costs more than it is worth, or nobody but the compiler tells it")
    void declinesCorners() throws IOException {
        for (String script : corpus("declined.txt")) {
            assertThat(read(script)).as(script).isEmpty();
        }
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
        return LiteralScript.read(Outline.read(source(text)), SURROUNDINGS).map(script -> {
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
}
