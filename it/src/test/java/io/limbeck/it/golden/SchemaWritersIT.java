package io.limbeck.it.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.script.SourceText;
import io.limbeck.target.SchemaFile;
import io.limbeck.target.SchemaGroovy;
import io.limbeck.target.SchemaJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a golden case leaves")
class SchemaWritersIT {

    private static final Naming NAMING = Naming.of(Map.of(), Integer.MAX_VALUE);

    static Stream<GoldenCase> cases() {
        return GoldenCases.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("reads back equal from schema.groovy and from a snapshot")
    void readsBack(GoldenCase golden) {
        for (Map.Entry<Schema, Dialect> state : states(golden).entrySet()) {
            Schema schema = state.getKey();
            assertThat(SchemaJson.read("schema.json", SchemaJson.text(schema))).isEqualTo(schema);
            String text = SchemaGroovy.text(schema);
            assertThat(declared(text, state.getValue())).as(text).isEqualTo(schema);
        }
    }

    /** The states of all dialects, each once, without what raw SQL mentioned. */
    private static Map<Schema, Dialect> states(GoldenCase golden) {
        Map<Schema, Dialect> states = new LinkedHashMap<>();
        for (String dialect : golden.dialects()) {
            Outcome outcome = Outcome.of(golden, dialect);
            if (outcome.problems().isEmpty()) {
                states.putIfAbsent(outcome.after().forgetting(), Dialects.of(dialect));
            }
        }
        return states;
    }

    private static Schema declared(String text, Dialect dialect) {
        try (GroovyScripts compiler = new GroovyScripts(SchemaWritersIT.class.getClassLoader())) {
            ScriptRecorder recorder = new ScriptRecorder(dialect, NAMING, false, Map.of(), compiler);
            return SchemaFile.read(SourceText.of("schema.groovy", text), Path.of("."), recorder);
        }
    }
}
