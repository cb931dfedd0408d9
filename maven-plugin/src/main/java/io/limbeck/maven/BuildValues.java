package io.limbeck.maven;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The properties of a build as a parameter would see them: the command line's before the project's.
 *
 * <p>Whatever may hold a password is read here: Maven prints with {@code -X} what it puts into a parameter itself.
 */
final class BuildValues {

    private final Properties values = new Properties();

    BuildValues(MavenSession session, MavenProject project) {
        values.putAll(project.getProperties());
        values.putAll(session.getUserProperties());
        values.putAll(session.getSystemProperties());
    }

    Optional<String> value(String name) {
        return given(values.getProperty(name));
    }

    private static Optional<String> given(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What stands in the POM, else the property. */
    Optional<String> value(String configured, String name) {
        Optional<String> said = given(configured);
        return said.isPresent() ? said : value(name);
    }

    /**
     * The values whose names begin alike, without that beginning.
     *
     * @param prefix such as {@code db.x.}
     */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                found.put(name.substring(prefix.length()), values.getProperty(name));
            }
        }
        return found;
    }

    /** What stands in the POM, and over it what stands under the prefix. */
    Map<String, String> under(Map<String, String> configured, String prefix) {
        Map<String, String> found = new TreeMap<>();
        if (configured != null) {
            configured.forEach((name, value) -> found.put(name, value == null ? "" : value));
        }
        found.putAll(under(prefix));
        return found;
    }
}
