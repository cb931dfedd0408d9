package io.limbeck.script;

import io.limbeck.dialect.Dialect;
import io.limbeck.dsl.Recording;
import io.limbeck.schema.Naming;
import java.nio.file.Path;
import java.util.Map;

/** Records what a {@code schema.groovy} says, for tests. */
public final class Declaring {

    private Declaring() {}

    public static Recording of(String text, Dialect dialect) {
        try (GroovyScripts compiler = new GroovyScripts(Declaring.class.getClassLoader())) {
            return new ScriptRecorder(
                            dialect,
                            Naming.of(Map.of(), dialect.maxIdentifier()),
                            false,
                            Map.of("tall", "yes"),
                            compiler)
                    .declarations(SourceText.of("schema.groovy", text), Path.of("."));
        }
    }
}
