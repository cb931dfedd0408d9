package io.limbeck.environment;

import io.limbeck.autogenerate.Rename;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.online.Progress;
import io.limbeck.online.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Every option once, as the caller gave it; what is empty is decided by {@code env.groovy} or by the default.
 *
 * @param directory holds {@code env.groovy} and {@code migrations}
 * @param locations more folders of scripts, {@code classpath:} ones among them
 * @param dialect a name, perhaps with a version, for work without a database
 * @param schema the default schema of the connection
 * @param dataSource the caller's, who closes it
 * @param connection the caller's, who closes it
 * @param databases several, each migrated by itself; empty for the one that the other components name
 * @param tenants schemas, comma-separated, or a query that lists them, each migrated by itself
 * @param parallel how many databases are worked on at the same time
 * @param idempotent whether a written script asks for each revision whether it is due
 * @param ignoreUndeclared whether a downgrade leaves rows that no script declares as they are, instead of refusing
 * @param lockTimeout how long to wait for another migrator
 * @param lockWait how long a statement may wait for a lock of another session; zero for as long as the server lets it
 * @param lockRetries how often it is tried again
 * @param statementTimeout how long a statement may run; zero for as long as it takes
 * @param cleanEnabled whether everything in the schema may be dropped
 * @param fileTemplate how new scripts are called, as {@link io.limbeck.script.FileTemplate} reads it
 * @param postWrite commands to run on each new script
 * @param scriptCache the file that keeps compiled scripts for later runs
 * @param x the arguments {@code -Ddb.x.NAME=value}
 * @param classLoader where drivers and the classes that scripts use come from
 * @param classPath where entities and their mapper lie that the class loader does not have, asked for when they are read
 * @param renames what becomes of what seems to have got another name
 */
public record Settings(
        Path directory,
        List<String> locations,
        Optional<String> url,
        Optional<String> username,
        Optional<String> password,
        Optional<String> driver,
        Map<String, String> connectionProperties,
        Optional<DataSource> dataSource,
        Optional<Connection> connection,
        Optional<String> dialect,
        Optional<String> schema,
        List<Database> databases,
        Optional<String> tenants,
        int parallel,
        Optional<String> versionTable,
        Optional<String> versionTableSchema,
        Optional<TransactionMode> transaction,
        OutOfOrder outOfOrder,
        boolean idempotent,
        boolean ignoreUndeclared,
        Duration lockTimeout,
        Duration lockWait,
        int lockRetries,
        Duration statementTimeout,
        boolean cleanEnabled,
        Optional<String> fileTemplate,
        List<String> postWrite,
        Optional<Path> scriptCache,
        Map<String, String> x,
        ClassLoader classLoader,
        Optional<Supplier<List<Path>>> classPath,
        Optional<Function<Rename, Rename.Answer>> renames,
        Progress progress) {

    public Settings {
        locations = List.copyOf(locations);
        databases = List.copyOf(databases);
        connectionProperties = Map.copyOf(connectionProperties);
        postWrite = List.copyOf(postWrite);
        x = Map.copyOf(x);
    }

    /** Whether each of several databases is to be worked on by itself. */
    public boolean isSeveral() {
        return !databases.isEmpty() || tenants.isPresent();
    }

    /**
     * The same for one of the databases.
     *
     * @param schemaOfIts the one that unqualified names belong to
     */
    public Settings of(Database database, Optional<String> schemaOfIts) {
        boolean own = database.url().isPresent() || database.dataSource().isPresent();
        return new Settings(
                directory,
                locations,
                own ? database.url() : url,
                database.username().or(() -> username),
                database.password().or(() -> password),
                driver,
                connectionProperties,
                own ? database.dataSource() : dataSource,
                Optional.empty(),
                dialect,
                schemaOfIts,
                List.of(),
                Optional.empty(),
                1,
                versionTable,
                versionTableSchema,
                transaction,
                outOfOrder,
                idempotent,
                ignoreUndeclared,
                lockTimeout,
                lockWait,
                lockRetries,
                statementTimeout,
                cleanEnabled,
                fileTemplate,
                postWrite,
                scriptCache,
                x,
                classLoader,
                classPath,
                renames,
                progress.of(database.name()));
    }

    /** Whether there is one database that can be asked. */
    public boolean hasDatabase() {
        return !isSeveral() && hasAnyDatabase();
    }

    private boolean hasAnyDatabase() {
        return url.isPresent() || dataSource.isPresent() || connection.isPresent();
    }

    /** The dialect of work without a connection: the one that was named, else the URL's. */
    public Optional<Dialect> offlineDialect() {
        return dialect.map(Dialects::of).or(() -> url.flatMap(Dialects::ofUrl));
    }

    /** The texts that must never be shown. */
    public List<String> secrets() {
        return Stream.concat(
                        password.stream(),
                        connectionProperties.entrySet().stream()
                                .filter(property -> Secrets.isSecret(property.getKey()))
                                .map(Map.Entry::getValue))
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    /** The folder that scripts lie in unless other locations are given as well. */
    public Path migrations() {
        return directory.resolve("migrations");
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "Settings[" + directory + "]";
    }
}
