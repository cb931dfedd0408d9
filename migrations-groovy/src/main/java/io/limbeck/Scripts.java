package io.limbeck;

import io.limbeck.environment.EnvironmentFile;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.plan.History;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptFolders;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The scripts as they lie in their folders, read and compiled once, with the plans that were made of them.
 *
 * <p>They are read on a thread of their own, since connecting to a server takes as long; {@link #history} waits for them.
 */
final class Scripts implements AutoCloseable {

    private final ScriptFolders folders;
    private final GroovyScripts compiler;
    private final CompletableFuture<History> history;
    private final Optional<EnvironmentFile> environment;
    private final Plans plans = new Plans();

    Scripts(Settings settings) {
        this.folders = new ScriptFolders(settings.classLoader());
        this.compiler = new GroovyScripts(settings.classLoader(), settings.scriptCache());
        this.history = CompletableFuture.supplyAsync(
                () -> new History(folders.scripts(locations(settings))), Limbeck::onThreadOfItsOwn);
        try {
            this.environment = EnvironmentFile.in(settings.directory(), compiler);
            if (!mayConnectMeanwhile(settings)) {
                history();
            }
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /**
     * Whether nobody minds a connection before the scripts are known: a server does not, but a database that is no server's
     * may be made by connecting to it, and nobody knows what {@code env.groovy} does.
     */
    private boolean mayConnectMeanwhile(Settings settings) {
        boolean server = settings.url().isPresent() && settings.url().get().contains("//");
        return server && (environment.isEmpty() || environment.get().isSilent());
    }

    /** The folder of migrations, and the other locations; with others given, it need not exist. */
    static List<String> locations(Settings settings) {
        List<String> locations = new ArrayList<>();
        if (settings.locations().isEmpty() || Files.isDirectory(settings.migrations())) {
            locations.add(settings.migrations().toString());
        }
        locations.addAll(settings.locations());
        return locations;
    }

    GroovyScripts compiler() {
        return compiler;
    }

    /**
     * As nobody's database sees it.
     *
     * @throws LimbeckException with the problems of every script
     */
    History history() {
        try {
            return history.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        }
    }

    Optional<EnvironmentFile> environment() {
        return environment;
    }

    Plans plans() {
        return plans;
    }

    @Override
    public void close() {
        history.handle((read, failed) -> read).join();
        compiler.close();
        folders.close();
    }
}
