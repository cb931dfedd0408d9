package io.limbeck.maven;

import java.io.OutputStream;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

/** What an embedded Derby database needs around a goal: no log file in the user's folder, and an end. */
public final class EmbeddedDerby {

    private static final String PREFIX = "jdbc:derby:";
    private static final String WHERE_TO_LOG = "derby.stream.error.method";

    private EmbeddedDerby() {}

    /** Where Derby writes what it also says in exceptions; Derby calls this by its name. */
    public static OutputStream log() {
        return OutputStream.nullOutputStream();
    }

    /** Keeps derby.log out of the folder that Maven was started in, unless somebody said where it goes. */
    static void keepQuiet() {
        for (String name : List.of("derby.stream.error.file", "derby.stream.error.field", WHERE_TO_LOG)) {
            if (System.getProperty(name) != null) {
                return;
            }
        }
        System.setProperty(WHERE_TO_LOG, EmbeddedDerby.class.getName() + ".log");
    }

    /** Whether a URL leads to a database in a folder, which this JVM alone can open. */
    static boolean isIn(String url) {
        return url.startsWith(PREFIX)
                && !url.startsWith(PREFIX + "//")
                && !url.startsWith(PREFIX + "memory:")
                && !url.startsWith(PREFIX + "classpath:");
    }

    /**
     * Ends a database, this one alone, as others may be at work in the same JVM; another process may open it then.
     *
     * @param loader of the driver
     */
    static void shutDown(String url, ClassLoader loader) {
        String name = url.replaceFirst(";.*", "");
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.getClass().getName().startsWith("org.apache.derby")) {
                try {
                    driver.connect(name + ";shutdown=true", new Properties());
                } catch (SQLException ended) {
                    // Derby says by an exception that it did, or that the database was not open
                }
            }
        }
    }
}
