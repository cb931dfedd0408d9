package io.limbeck.environment;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One of several databases. Shape: {@code Database.named("eu").url("jdbc:…").username("…").password("…")}
 *
 * <p>What is empty is as the configuration says for all.
 *
 * @param name by which results, progress and failures call it
 * @param dataSource the caller's, who closes it
 */
public record Database(
        String name,
        Optional<String> url,
        Optional<DataSource> dataSource,
        Optional<String> username,
        Optional<String> password,
        Optional<String> schema) {

    /**
     * @throws LimbeckException when the name is blank
     */
    public Database {
        if (name == null || name.isBlank()) {
            throw LimbeckException.setup(Problem.of(
                    "missing-name",
                    "one of 'databases' has no name",
                    "Name each, so that its results and failures can be told from the others'."));
        }
    }

    /** A database that differs from the others by its name alone, so far. */
    public static Database named(String name) {
        return new Database(
                name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Database url(String jdbcUrl) {
        return new Database(name, Optional.ofNullable(jdbcUrl), dataSource, username, password, schema);
    }

    /** A source of connections that stays the caller's. */
    public Database dataSource(DataSource source) {
        return new Database(name, url, Optional.ofNullable(source), username, password, schema);
    }

    public Database username(String user) {
        return new Database(name, url, dataSource, Optional.ofNullable(user), password, schema);
    }

    public Database password(String secret) {
        return new Database(name, url, dataSource, username, Optional.ofNullable(secret), schema);
    }

    public Database schema(String other) {
        return new Database(name, url, dataSource, username, password, Optional.ofNullable(other));
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "Database[" + name + "]";
    }
}
