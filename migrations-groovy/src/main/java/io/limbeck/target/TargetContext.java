package io.limbeck.target;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptRecorder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What surrounds target metadata.
 *
 * @param directory where files that it names lie
 * @param recorder reads scripts for the dialect
 * @param classLoader finds classes that every project has
 * @param classPath what the project has beside those, worked out when it is needed
 * @param databases reads another database
 */
public record TargetContext(
        Path directory,
        Dialect dialect,
        Naming naming,
        ScriptRecorder recorder,
        ClassLoader classLoader,
        Supplier<List<Path>> classPath,
        Function<Source, Schema> databases) {}
