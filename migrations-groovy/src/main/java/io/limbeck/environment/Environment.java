package io.limbeck.environment;

import io.limbeck.online.Engine;
import java.sql.Connection;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The four methods that every run goes through; {@code env.groovy} may override each.
 *
 * <p>A run with a URL or data source goes {@code runMigrationsOnline}, {@code runAsyncMigrations},
 * {@code doRunMigrations}; one on a caller's connection goes to {@code doRunMigrations} alone; one that writes SQL to
 * {@code runMigrationsOffline}.
 */
public interface Environment {

    /** What the methods work on during a run. */
    MigrationContext getContext();

    default Engine getEngine() {
        return getContext().engine();
    }

    /** Writes SQL; a URL or a dialect's name is enough. */
    default void runMigrationsOffline() {
        MigrationContext context = getContext();
        context.configure(context.offlineDefaults());
        context.transaction((Runnable) context::runMigrations);
    }

    /** Migrates on a connection that somebody else may own. */
    default void doRunMigrations(Connection connection) {
        MigrationContext context = getContext();
        context.configure(context.onlineDefaults(connection));
        context.transaction((Runnable) context::runMigrations);
    }

    /** Opens an engine, runs, and closes it whatever happens. */
    default CompletionStage<?> runAsyncMigrations() {
        Engine engine = getEngine();
        return engine.connectAsync((Consumer<Connection>) this::doRunMigrations)
                .whenComplete((result, failure) -> engine.close());
    }

    /** Waits for {@link #runAsyncMigrations}. */
    default void runMigrationsOnline() {
        runAsyncMigrations().toCompletableFuture().join();
    }
}
