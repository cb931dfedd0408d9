package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.Pool;
import io.limbeck.online.Secrets;
import io.limbeck.script.ScriptFailure;
import io.limbeck.script.SourceText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Prepares {@code env.groovy} and sends jobs through it. */
public final class Run {

    private final Settings settings;
    private final Options options = new Options();
    private final Optional<SourceText> source;
    private final Optional<EnvironmentScript> script;
    private final Optional<Pool> pool;

    /**
     * @param offline whether the run will write SQL
     * @param file {@code env.groovy}, if there is one
     * @param shared connections that other runs use too; a run whose {@code env.groovy} gets hold of a connection opens
     *     its own, as nobody knows what is left behind on it
     * @throws LimbeckException when the top level of {@code env.groovy} fails
     */
    public Run(Settings settings, boolean offline, Optional<EnvironmentFile> file, Optional<Pool> shared) {
        this.settings = settings;
        boolean written = file.isPresent();
        this.source = written ? Optional.of(file.get().source()) : Optional.empty();
        this.script = written ? prepared(file.get(), offline) : Optional.empty();
        this.pool = written && file.get().connects() ? Optional.empty() : shared;
    }

    private Optional<EnvironmentScript> prepared(EnvironmentFile file, boolean offline) {
        try {
            Optional<EnvironmentScript> loaded = file.script();
            loaded.ifPresent(each -> each.prepare(settings, options, offline));
            return loaded;
        } catch (Exception | StackOverflowError | AssertionError failure) {
            throw Secrets.without(settings.secrets(), placed(file.source(), failure));
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
        try (MigrationContext context = new MigrationContext(settings, options, job, output, this::placed, pool)) {
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
        } catch (Exception | StackOverflowError | AssertionError failure) {
            throw Secrets.without(settings.secrets(), told(unwrapped(failure)));
        }
    }

    /** Without a function on scripts, as that would load Groovy where there is none. */
    private Environment environment(MigrationContext context) {
        if (script.isEmpty()) {
            return new DefaultEnvironment(context);
        }
        EnvironmentScript entered = script.get();
        entered.enter(context);
        return entered;
    }

    /**
     * Does what may call closures of {@code env.groovy} without being a job.
     *
     * @throws LimbeckException when it fails, with the line of the closure that is to blame
     */
    public <T> T watching(Supplier<T> work) {
        try {
            return work.get();
        } catch (LimbeckException failure) {
            throw Secrets.without(settings.secrets(), told(failure));
        }
    }

    private void onConnection(Environment environment, Connection connection) {
        try {
            DefaultSchema.Restoring before = DefaultSchema.visit(connection, settings.schema());
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
        return placed(source.orElseThrow(() -> new IllegalStateException(failure.getMessage(), failure)), failure);
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
