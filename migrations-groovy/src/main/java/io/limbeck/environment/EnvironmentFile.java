package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.script.GroovyLexer;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.SourceText;
import io.limbeck.script.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/** {@code env.groovy}: read once and compiled once, however many runs it takes part in. */
public final class EnvironmentFile {

    private static final String NAME = "env.groovy";

    /** The methods that get hold of a connection. */
    private static final Set<String> CONNECTING =
            Set.of("runMigrationsOnline", "runAsyncMigrations", "doRunMigrations");

    private final SourceText source;
    private final Optional<Class<?>> type;

    private EnvironmentFile(SourceText source, Optional<Class<?>> type) {
        this.source = source;
        this.type = type;
    }

    /**
     * The file of a folder, if it has one.
     *
     * @throws LimbeckException when it cannot be compiled
     */
    public static Optional<EnvironmentFile> in(Path directory, GroovyScripts compiler) {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SourceText source = SourceText.read(file, NAME);
        return Optional.of(
                new EnvironmentFile(source, says(source) ? Optional.of(compiled(source, compiler)) : Optional.empty()));
    }

    /** Whether there is more than comments, so that it is worth a compiler's while. */
    private static boolean says(SourceText text) {
        return !GroovyLexer.tokens(text).stream().allMatch(Token::separates);
    }

    private static Class<?> compiled(SourceText text, GroovyScripts compiler) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(EnvironmentScript.class.getName());
        configuration.addCompilationCustomizers(new ImportCustomizer()
                .addImports(
                        Connection.class.getName(),
                        CompletionStage.class.getName(),
                        CompletableFuture.class.getName()));
        return compiler.compiled(text, configuration);
    }

    /** Whether it holds nothing but comments. */
    public boolean isSilent() {
        return type.isEmpty();
    }

    SourceText source() {
        return source;
    }

    /** Whether its own code may use the run's connection. */
    boolean connects() {
        return type.stream()
                .flatMap(compiled -> Arrays.stream(compiled.getDeclaredMethods()))
                .anyMatch(method -> CONNECTING.contains(method.getName()));
    }

    /** The script of one run, whose top level has not run yet; empty where the file says nothing. */
    Optional<EnvironmentScript> script() {
        return type.map(compiled -> {
            try {
                return (EnvironmentScript) compiled.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(NAME, impossible);
            }
        });
    }
}
