package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.codehaus.groovy.control.CompilerConfiguration;

/** Loads {@code env.groovy} once and sends jobs through it. */
public final class Run {

    private final Settings settings;
    private final Options options = new Options();
    private final Optional<EnvironmentScript> script;

    /**
     * @throws LimbeckException when {@code env.groovy} cannot be compiled or its top level fails
     */
    public Run(Settings settings, GroovyScripts compiler) {
        this.settings = settings;
        Path file = settings.directory().resolve("env.groovy");
        this.script = Files.isRegularFile(file) ? Optional.of(load(file, compiler)) : Optional.empty();
    }

    private EnvironmentScript load(Path file, GroovyScripts compiler) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(EnvironmentScript.class.getName());
        Class<?> type = compiler.compiled(SourceText.read(file, "env.groovy"), configuration);
        try {
            EnvironmentScript loaded =
                    (EnvironmentScript) type.getDeclaredConstructor().newInstance();
            loaded.prepare(options, settings.x());
            return loaded;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(file.toString(), impossible);
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
     */
    public <T> Optional<T> perform(Job<T> job, Optional<Appendable> output) {
        try (MigrationContext context = new MigrationContext(settings, options, job, output)) {
            script.ifPresent(entered -> entered.enter(context));
            Environment environment = script.isPresent() ? script.get() : new DefaultEnvironment(context);
            if (job.isOffline()) {
                environment.runMigrationsOffline();
            } else if (settings.connection().isPresent()) {
                environment.doRunMigrations(settings.connection().get());
            } else {
                environment.runMigrationsOnline();
            }
            @SuppressWarnings("unchecked")
            Optional<T> result = (Optional<T>) context.result();
            return result;
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw wrapped;
        }
    }
}
