package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.script.literal.RandomScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Drandom.scripts=5000} makes more of them, {@code -Drandom.first=7} begins elsewhere. */
@DisplayName("What a compiled script said")
class SaidAgainTest {

    private static final int UNIT = 50;
    private static final int SCRIPTS = Integer.getInteger("random.scripts", 100);
    private static final long FIRST = Long.getLong("random.first", 1);
    private static final Dialect DIALECT = Dialects.of("postgresql");
    private static final Surroundings HERE = new Surroundings(DIALECT.dialect(), false, Map.of("tall", "yes"));

    @TempDir
    Path folder;

    private GroovyScripts scripts() {
        return new GroovyScripts(getClass().getClassLoader(), Optional.of(folder.resolve("scripts.bin")));
    }

    /** What scripts ask for in their upgrade, compiled, and kept where that can be. */
    private Map<SourceText, String> compiled(List<SourceText> sources) {
        Map<SourceText, String> told = new LinkedHashMap<>();
        try (GroovyScripts scripts = scripts()) {
            for (SourceText source : sources) {
                if (told.size() % UNIT == 0) {
                    scripts.compile(sources.subList(told.size(), Math.min(told.size() + UNIT, sources.size())));
                }
                try {
                    MigrationScript script = scripts.script(source, HERE);
                    Recording recording = Recordings.fresh(DIALECT);
                    script.recordUpgrade(recording);
                    told.put(source, Told.of(recording));
                    scripts.keep(source, HERE, false, recording, () -> Recordings.fresh(DIALECT));
                } catch (RuntimeException | StackOverflowError | AssertionError failing) {
                    told.put(source, "fails");
                }
            }
        }
        return told;
    }

    private Optional<String> said(SourceText source, Surroundings about) {
        try (GroovyScripts scripts = scripts()) {
            return said(scripts, source, about);
        }
    }

    /** What is known of a script without compiling it. */
    private static Optional<String> said(GroovyScripts scripts, SourceText source, Surroundings about) {
        return scripts.said(source, about, false).map(said -> {
            Recording recording = Recordings.fresh(DIALECT);
            said.again(source, recording);
            return Told.of(recording);
        });
    }

    private static SourceText source(String text) {
        return SourceText.of("a1_table.groovy", text);
    }

    private static SourceText upgrade(String body) {
        return source("revision 'a1'\nupgrade {\n" + body + "\n}\n");
    }

    private Optional<String> known(SourceText source) {
        compiled(List.of(source));
        return said(source, HERE);
    }

    @Test
    @DisplayName("is said again without it, in the same places and with the same values")
    void random() {
        Stream<String> programs = Stream.of("forms", "programs")
                .flatMap(name ->
                        Stream.of(Cases.text("/literal/" + name + ".txt").split("(?m)^-{4,}\n")));
        List<SourceText> sources = new ArrayList<>();
        Stream.concat(LongStream.range(FIRST, FIRST + SCRIPTS).mapToObj(RandomScript::of), programs)
                .forEach(text -> sources.add(SourceText.of("script_" + sources.size() + ".groovy", text)));
        Map<SourceText, String> compiled = compiled(sources);
        int again = 0;
        try (GroovyScripts scripts = scripts()) {
            for (SourceText source : sources) {
                Optional<String> said = said(scripts, source, HERE);
                again += said.isPresent() ? 1 : 0;
                said.ifPresent(told -> assertThat(told).as(source.text()).isEqualTo(compiled.get(source)));
            }
        }
        assertThat(again).isGreaterThan(SCRIPTS / 5);
    }

    @Test
    @DisplayName("holds for the surroundings in which it was said")
    void surroundings() {
        SourceText script = upgrade("createTable(dialect + offline) { column 'id', bigint }");
        assertThat(known(script)).hasValueSatisfying(told -> assertThat(told).contains("postgresqlfalse"));
        assertThat(said(script, new Surroundings("h2", false, HERE.x()))).isEmpty();
        assertThat(said(script, new Surroundings(HERE.dialect(), true, HERE.x())))
                .isEmpty();
        assertThat(said(source(script.text() + "// changed"), HERE)).isEmpty();
        assertThat(said(SourceText.of("b2_other.groovy", script.text()), HERE)).isEmpty();
    }

    @Test
    @DisplayName("is not kept where the script says something else when it is asked again")
    void changing() {
        SourceText script = source("""
                revision 'a1'
                def known = []
                upgrade { known << 't'; dropTable known.join('_') }
                """);
        try (GroovyScripts scripts = scripts()) {
            MigrationScript asked = scripts.script(script, HERE);
            asked.recordUpgrade(Recordings.fresh(DIALECT));
            Recording again = Recordings.fresh(DIALECT);
            asked.recordUpgrade(again);
            scripts.keep(script, HERE, false, again, () -> Recordings.fresh(DIALECT));
            assertThat(said(scripts, script, HERE)).isEmpty();
        }
    }

    @Test
    @DisplayName("is not kept where there is a mistake in it, or code, or what was handed over to the run")
    void unkept() {
        assertThat(known(upgrade("colunm 'typo'"))).isEmpty();
        assertThat(known(upgrade("dropTable 't'; data { sql -> sql.execute 'delete from t' }")))
                .isEmpty();
        assertThat(known(upgrade("on('h2') { dropTable 't' }; dropTable 'u'"))).isEmpty();
        assertThat(known(upgrade("dropTable x.tall"))).isEmpty();
        assertThat(known(upgrade("dropTable 't'"))).isPresent();
    }
}
