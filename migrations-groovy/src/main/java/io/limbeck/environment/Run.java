package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.Secrets;
import io.limbeck.script.GroovyLexer;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptFailure;
import io.limbeck.script.SourceText;
import io.limbeck.script.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/** Loads {@code env.groovy} once and sends jobs through it. */
public final class Run {

    private static final String NAME = "env.groovy";

    private final Settings settings;
    private final Options options = new Options();
    private final Optional<SourceText> source;
    /** Null where there is none; no {@code Optional}, whose use would load Groovy's classes in every run. */
    private final EnvironmentScript script;

    /**
     * @param offline whether the run will write SQL
     * @throws LimbeckException when {@code env.groovy} cannot be compiled or its top level fails
     */
    public Run(Settings settings, boolean offline, GroovyScripts compiler) {
        this.settings = settings;
        Path file = settings.directory().resolve(NAME);
        this.source = Files.exists(file) ? Optional.of(SourceText.read(file, NAME)) : Optional.empty();
        this.script = source.isPresent() && says(source.get()) ? load(source.get(), offline, compiler) : null;
    }

    /** Whether there is more than comments, so that it is worth a compiler's while. */
    private static boolean says(SourceText text) {
        return !GroovyLexer.tokens(text).stream().allMatch(Token::separates);
    }

    private EnvironmentScript load(SourceText text, boolean offline, GroovyScripts compiler) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(EnvironmentScript.class.getName());
        configuration.addCompilationCustomizers(new ImportCustomizer()
                .addImports(
                        Connection.class.getName(),
                        CompletionStage.class.getName(),
                        CompletableFuture.class.getName()));
        Class<?> type = compiler.compiled(text, configuration);
        try {
            EnvironmentScript loaded =
                    (EnvironmentScript) type.getDeclaredConstructor().newInstance();
            loaded.prepare(settings, options, offline);
            return loaded;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(NAME, impossible);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw placed(text, failure);
        }
    }

    public Options options() {
        return options;
    }

    /**
     * Sends a job through the environment.
     *
     * @param output where an offline job writes
     * @return what the job answered; empty when the environment never came to {@code context.runMigrations()}
     * @throws LimbeckException when the job or a method of {@code env.groovy} fails
     */
    public <T> Optional<T> perform(Job<T> job, Optional<Appendable> output) {
        try (MigrationContext context = new MigrationContext(settings, options, job, output, this::placed)) {
            Environment environment = environment(context);
            if (job.isOffline()) {
                environment.runMigrationsOffline();
            } else if (settings.connection().isPresent()) {
                onConnection(environment, settings.connection().get());
            } else {
                environment.runMigrationsOnline();
            }
            @SuppressWarnings("unchecked")
            Optional<T> result = (Optional<T>) context.result();
            return result;
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw Secrets.without(settings.secrets(), told(unwrapped(failure)));
        }
    }

    private Environment environment(MigrationContext context) {
        if (script == null) {
            return new DefaultEnvironment(context);
        }
        script.enter(context);
        return script;
    }

    private void onConnection(Environment environment, Connection connection) {
        try {
            DefaultSchema.Restoring before = DefaultSchema.enter(connection, settings.schema());
            try {
                environment.doRunMigrations(connection);
            } finally {
                if (!connection.isClosed()) {
                    before.restore();
                }
            }
        } catch (SQLException broken) {
            throw LimbeckException.setup(
                    Problem.of("connection", "the connection failed: " + broken.getMessage(), null), broken);
        }
    }

    private LimbeckException told(Throwable failure) {
        if (failure instanceof LimbeckException known) {
            boolean hook =
                    known.problems().stream().anyMatch(problem -> problem.code().equals(Options.HOOK_FAILED));
            return hook ? placed(known) : known;
        }
        if (failure instanceof Error error && source.isEmpty()) {
            throw error;
        }
        if (failure instanceof RuntimeException unknown && source.isEmpty()) {
            throw unknown;
        }
        return placed(source.get(), failure);
    }

    private LimbeckException placed(LimbeckException known) {
        return source.map(text -> ScriptFailure.placed(text, known)).orElse(known);
    }

    /** What the script's own code threw, with its line; a known problem without a place gets one too. */
    private static LimbeckException placed(SourceText text, Throwable failure) {
        if (failure instanceof LimbeckException known) {
            return ScriptFailure.placed(text, known);
        }
        return LimbeckException.setup(ScriptFailure.of(text, failure), failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
