package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Finds the way to databases by their JDBC URLs; drivers come from one class loader and are never registered anywhere.
 *
 * <p>It uses no library of pools: a run opens each of its own connections once, so a pool would have nothing to give, and
 * to find such a library costs each build with Maven a twentieth of a second.
 */
public final class Engines {

    private Engines() {}

    /**
     * Connections to a database.
     *
     * @param driverClass the driver's class if it was given or is known by the dialect
     * @param required whether the user named the class, so that no other will do
     * @param artifact the driver's Maven coordinates, for the message when it is missing
     * @throws LimbeckException when no driver takes the URL
     */
    public static Pool pool(
            String url,
            Map<String, String> properties,
            Optional<String> driverClass,
            boolean required,
            Optional<String> artifact,
            ClassLoader classLoader) {
        Properties all = new Properties();
        all.putAll(properties);
        Driver driver = driver(url, driverClass, required, artifact, classLoader);
        return new Pool(() -> driver.connect(url, all));
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
