package io.limbeck.environment;

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
        Progress progress) {

    public Settings {
        locations = List.copyOf(locations);
        connectionProperties = Map.copyOf(connectionProperties);
        postWrite = List.copyOf(postWrite);
        x = Map.copyOf(x);
    }

    /** Whether a database can be asked. */
    public boolean hasDatabase() {
        return url.isPresent() || dataSource.isPresent() || connection.isPresent();
    }

    /** The dialect of work without a connection: the one that was named, else the URL's. */
    public Optional<Dialect> offlineDialect() {
        return dialect.map(Dialects::of).or(() -> url.flatMap(Dialects::ofUrl));
    }

    /** The texts that must never be shown. */
    List<String> secrets() {
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
