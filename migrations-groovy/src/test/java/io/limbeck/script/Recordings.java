package io.limbeck.script;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.schema.Naming;
import java.nio.file.Path;
import java.util.Map;

/** Records scripts for tests. */
public final class Recordings {

    private Recordings() {}

    public static Recording fresh(Dialect dialect) {
        return new Recording(
                dialect,
                Naming.of(Map.of(), dialect.maxIdentifier()),
                Dialects.names(),
                new FilesBeside(() -> Path.of("."), dialect.scriptRules()));
    }

    /** Both blocks of a script, by the Groovy compiler. */
    public static Recording compiled(SourceText source, Dialect dialect) {
        try (GroovyScripts compiler = new GroovyScripts(Recordings.class.getClassLoader())) {
            MigrationScript script = compiler.script(source, new Surroundings(dialect.dialect(), false, Map.of()));
            Recording recording = fresh(dialect);
            script.recordUpgrade(recording);
            script.recordDowngrade(recording);
            return recording;
        }
    }
}
