package io.limbeck.script;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Declarations;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.script.literal.LiteralScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scripts as they are read and as they are compiled, for tests of the law that both ask for the same. */
public final class BothWays {

    private static final int UNIT = 100;
    private static final Dialect DIALECT = Dialects.of("postgresql");
    private static final HearingScript.Surroundings SURROUNDINGS =
            new HearingScript.Surroundings(DIALECT.dialect(), false, Map.of("tall", "yes"));

    private BothWays() {}

    /**
     * What a script asks for.
     *
     * @param compiled what the compiled script tells, or how it fails
     */
    public record Outcome(String text, String read, String compiled) {}

    /** The outcomes of those scripts that are read. */
    public static List<Outcome> of(List<String> texts) {
        Map<SourceText, String> read = new LinkedHashMap<>();
        for (String text : texts) {
            SourceText source = SourceText.of("script_" + read.size() + ".groovy", text);
            read(source).ifPresent(told -> read.put(source, told));
        }
        Map<SourceText, String> compiled = compiled(List.copyOf(read.keySet()));
        return read.entrySet().stream()
                .map(each -> new Outcome(each.getKey().text(), each.getValue(), compiled.get(each.getKey())))
                .toList();
    }

    /** What a script that is read asks for. */
    public static Optional<String> read(String text) {
        return read(SourceText.of("script_0.groovy", text));
    }

    private static Optional<String> read(SourceText source) {
        return LiteralScript.read(Outline.read(source), SURROUNDINGS).map(script -> {
            Recording recording = Recordings.fresh(DIALECT);
            script.recordUpgrade(recording);
            script.recordDowngrade(recording);
            return Told.of(recording).replace(source.name(), "");
        });
    }

    /** The outcome of a {@code schema.groovy}, if it is read. */
    public static Optional<Outcome> ofDeclarations(String text) {
        SourceText source = SourceText.of("schema.groovy", text);
        return LiteralScript.declarations(source, GroovyLexer.tokens(source), SURROUNDINGS)
                .map(script -> {
                    Recording read = Recordings.fresh(DIALECT);
                    script.recordAll(read, new Declarations(read));
                    Recording compiled = Recordings.fresh(DIALECT);
                    try (GroovyScripts compiler = new GroovyScripts(BothWays.class.getClassLoader())) {
                        compiler.declarations(source, SURROUNDINGS, compiled);
                    }
                    return new Outcome(text, Told.of(read), Told.of(compiled));
                });
    }

    static Map<SourceText, String> compiled(List<SourceText> sources) {
        Map<SourceText, String> told = new LinkedHashMap<>();
        try (GroovyScripts compiler = new GroovyScripts(BothWays.class.getClassLoader())) {
            for (int from = 0; from < sources.size(); from += UNIT) {
                List<SourceText> unit = sources.subList(from, Math.min(from + UNIT, sources.size()));
                compiler.compile(unit);
                unit.forEach(source -> told.put(source, compiled(compiler, source)));
            }
        }
        return told;
    }

    private static String compiled(GroovyScripts compiler, SourceText source) {
        Recording recording = Recordings.fresh(DIALECT);
        try {
            MigrationScript script = compiler.script(source, SURROUNDINGS);
            script.recordUpgrade(recording);
            script.recordDowngrade(recording);
            return Told.of(recording).replace(source.name(), "");
        } catch (LimbeckException failing) {
            return "fails: " + failing.getMessage();
        } catch (Exception | StackOverflowError | AssertionError failing) {
            return "throws: " + failing;
        }
    }
}
