package io.limbeck.maven;

import java.util.Collection;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What later plugins of the same build read, such as a code generator that looks at the migrated database. */
final class BuildProperties {

    private static final String URL = "db.url";
    private static final String CURRENT = "db.current";

    private BuildProperties() {}

    /**
     * Leaves {@code db.current}, and {@code db.url} without user and password. A {@code db.url} that somebody else
     * gave stays as it is: later goals need what this one drops.
     */
    static void leave(MavenProject project, MavenSession session, String url, Collection<String> heads) {
        project.getProperties().setProperty(CURRENT, String.join(",", heads));
        String before = project.getProperties().getProperty(URL);
        boolean ours = before == null || before.equals(project.getContextValue(URL));
        if (ours && session.getUserProperties().getProperty(URL) == null) {
            String bare = Redaction.bareUrl(url);
            project.setContextValue(URL, bare);
            project.getProperties().setProperty(URL, bare);
        }
    }
}
