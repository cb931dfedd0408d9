package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.script.literal.LiteralScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every golden case")
class GoldenCasesReadTest {

    private static final int UNIT = 50;
    private static final Dialect DIALECT = Dialects.of("postgresql");
    private static final HearingScript.Surroundings SURROUNDINGS =
            new HearingScript.Surroundings(DIALECT.dialect(), false, Map.of());

    /** The scripts of the cases, each with what prepares it. */
    private static List<SourceText> scripts() throws IOException {
        List<SourceText> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../dsl/src/test/resources/golden"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".case"))
                    .sorted()
                    .toList()) {
                StringBuilder body = new StringBuilder();
                for (String section : Files.readString(file).split("(?m)^--- ")) {
                    if (section.startsWith("setup\n") || section.startsWith("script\n")) {
                        body.append(section.substring(section.indexOf('\n') + 1));
                    }
                }
                scripts.add(SourceText.of(
                        "case_" + scripts.size() + ".groovy", "revision 'a1'\nupgrade {\n" + body + "\n}\n"));
            }
        }
        return scripts;
    }

    @Test
    @DisplayName(
            "asks for the same when it is read as when it is compiled, together with others, or is left to the compiler")
    void readEqualsCompiled() throws IOException {
        Map<SourceText, Recording> read = new LinkedHashMap<>();
        for (SourceText source : scripts()) {
            Optional<LiteralScript> script = LiteralScript.read(Outline.read(source), SURROUNDINGS);
            script.ifPresent(literal -> {
                Recording recording = Recordings.fresh(DIALECT);
                literal.recordUpgrade(recording);
                read.put(source, recording);
            });
        }
        assertThat(read).hasSizeGreaterThan(400);
        List<SourceText> sources = List.copyOf(read.keySet());
        try (GroovyScripts compiler = new GroovyScripts(getClass().getClassLoader())) {
            for (int from = 0; from < sources.size(); from += UNIT) {
                List<SourceText> unit = sources.subList(from, Math.min(from + UNIT, sources.size()));
                compiler.compile(unit);
                for (SourceText source : unit) {
                    Recording compiled = Recordings.fresh(DIALECT);
                    compiler.script(source, SURROUNDINGS).recordUpgrade(compiled);
                    assertThat(told(read.get(source))).as(source.text()).isEqualTo(told(compiled));
                }
            }
        }
    }

    private static String told(Recording recording) {
        return recording.operations().stream().map(GoldenCasesReadTest::told).collect(Collectors.joining("\n"))
                + recording.problems();
    }

    private static String told(Recorded recorded) {
        return recorded.site().place() + " " + recorded.operation() + (recorded.autocommit() ? " alone" : "");
    }
}
