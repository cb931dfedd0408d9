package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolableConnectionFactory;

/** Makes engines of JDBC URLs; drivers come from one class loader and are never registered anywhere. */
public final class Engines {

    /** The migration's own connection, the lock's, and one to spare for a script's. */
    private static final int CONNECTIONS = 3;

    /** Whoever asks for more connections than there are will hear so rather than wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Engines() {}

    /**
     * An engine with a pool of its own.
     *
     * @param driverClass the driver's class if it was given or is known by the dialect
     * @param required whether the user named the class, so that no other will do
     * @param artifact the driver's Maven coordinates, for the message when it is missing
     * @throws LimbeckException when no driver takes the URL
     */
    public static Engine open(
            String url,
            Map<String, String> properties,
            Optional<String> driverClass,
            boolean required,
            Optional<String> artifact,
            ClassLoader classLoader,
            Engine.ConnectionSetup setup) {
        BasicDataSource pool = new QuietPool();
        pool.setDriver(driver(url, driverClass, required, artifact, classLoader));
        pool.setUrl(url);
        properties.forEach((name, value) -> {
            switch (name) {
                case "user" -> pool.setUsername(value);
                case "password" -> pool.setPassword(value);
                default -> pool.addConnectionProperty(name, value);
            }
        });
        pool.setMaxTotal(CONNECTIONS);
        pool.setMinIdle(0);
        pool.setMaxWait(PATIENCE);
        pool.setRollbackOnReturn(true);
        return new Engine(pool, pool, setup);
    }

    /** A broken connection that cannot even be put away was told of by whoever used it; the pool would log a stack trace. */
    private static final class QuietPool extends BasicDataSource {

        @Override
        protected void createConnectionPool(PoolableConnectionFactory factory) {
            super.createConnectionPool(factory);
            getConnectionPool().setSwallowedExceptionListener(failure -> {});
        }
    }

    private static Driver driver(
            String url,
            Optional<String> driverClass,
            boolean required,
            Optional<String> artifact,
            ClassLoader classLoader) {
        if (driverClass.isPresent()) {
            try {
                Object driver = Class.forName(driverClass.get(), true, classLoader)
                        .getDeclaredConstructor()
                        .newInstance();
                if (driver instanceof Driver known && accepts(known, url)) {
                    return known;
                }
            } catch (ReflectiveOperationException | LinkageError missing) {
                if (required) {
                    throw LimbeckException.setup(
                            Problem.of(
                                    "missing-driver",
                                    "the driver class " + driverClass.get() + " cannot be loaded",
                                    where(artifact, classLoader)),
                            missing);
                }
            }
        }
        for (Driver driver : ServiceLoader.load(Driver.class, classLoader)) {
            if (accepts(driver, url)) {
                return driver;
            }
        }
        throw LimbeckException.setup(Problem.of(
                "missing-driver",
                "there is no JDBC driver for " + Secrets.masked(url),
                url.startsWith("jdbc:")
                        ? where(artifact, classLoader)
                        : "A JDBC URL begins with jdbc:, as in jdbc:postgresql://localhost/shop."));
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException notThis) {
            return false;
        }
    }

    private static String where(Optional<String> artifact, ClassLoader classLoader) {
        return artifact.map(name -> "Add " + name + " to the plugin's dependencies or to the project's, in scope "
                                + "runtime, provided or test.")
                        .orElse("Add the driver to the plugin's dependencies or to the project's.")
                + ClassPaths.described(classLoader);
    }
}
