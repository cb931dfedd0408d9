package io.limbeck.maven;

import io.limbeck.dialect.Dialects;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the class loader that has a driver: the plugin's alone if it has, else with the project's class path behind. */
final class Drivers {

    private final ClassLoader plugin;
    private final ProjectClassPath project;

    Drivers(ClassLoader plugin, ProjectClassPath project) {
        this.plugin = plugin;
        this.project = project;
    }

    /**
     * A loader that has a driver for each URL.
     *
     * @param urls JDBC URLs
     * @param driver the driver's class, or null to find one by the URL
     * @param wholeClassPath whether the project's class path is needed in any case
     * @throws LimbeckException when there is no driver, naming where it was looked for and what to add
     */
    DriverLoader loaderFor(List<String> urls, String driver, boolean wholeClassPath) {
        for (String url : urls) {
            requireJdbc(url);
        }
        DriverLoader first = loader(wholeClassPath);
        if (hasAll(first, urls, driver)) {
            return first;
        }
        close(first);
        List<Path> entries = project.entries();
        DriverLoader second = new DriverLoader(plugin, entries);
        // of a URL that belongs to no known database, the engine says which ones there are
        Optional<String> missing = urls.stream()
                .filter(url -> !has(second, url, driver))
                .filter(url -> driver != null || Dialects.ofUrl(url).isPresent())
                .findFirst();
        if (missing.isPresent()) {
            close(second);
            throw missing(missing.get(), driver, entries);
        }
        return second;
    }

    private static void requireJdbc(String url) {
        if (!url.startsWith("jdbc:")) {
            throw LimbeckException.setup(
                    Problem.of(
                            "bad-url",
                            "'" + Redaction.url(url) + "' is not a JDBC URL",
                            "A JDBC URL begins with `jdbc:`, as in `jdbc:postgresql://localhost/shop`; it comes from `db.url`."));
        }
    }

    /** A loader for goals that connect to nothing. */
    DriverLoader loader(boolean wholeClassPath) {
        return new DriverLoader(plugin, wholeClassPath ? project.entries() : List.of());
    }

    private static boolean hasAll(DriverLoader loader, List<String> urls, String driver) {
        for (String url : urls) {
            if (!has(loader, url, driver)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(DriverLoader loader, String url, String driver) {
        if (driver != null) {
            return loader.getResource(driver.replace('.', '/') + ".class") != null;
        }
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!drivers.hasNext()) {
                    return false;
                }
                if (drivers.next().acceptsURL(url)) {
                    return true;
                }
            } catch (ServiceConfigurationError | SQLException | LinkageError unusable) {
                // another one may do
            }
        }
    }

    private static void close(DriverLoader loader) {
        try {
            loader.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private LimbeckException missing(String url, String driver, List<Path> entries) {
        String wanted = driver == null ? "no JDBC driver for " + Redaction.url(url) : "no driver class " + driver;
        String jars = entries.size() == 1 ? "1 entry" : entries.size() + " entries";
        StringBuilder remedy = new StringBuilder()
                .append("Looked on the plugin's dependencies (Derby is there), then on the project's class path in the"
                        + " scopes ")
                .append(String.join(", ", project.scopes()))
                .append(" (")
                .append(jars)
                .append(").\n");
        remedy.append(Dialects.ofUrl(url)
                .map(dialect -> "Add `" + dialect.server().driverArtifact()
                        + "` to the dependencies of db-maven-plugin, or to the project's in scope `runtime` or"
                        + " `test`.")
                .orElse("Check `db.driver` and `db.url`."));
        return LimbeckException.setup(Problem.of("missing-driver", wanted, remedy.toString()));
    }
}
