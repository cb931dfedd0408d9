package io.limbeck.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/** Where a project's entities are: its compiled classes, and whatever these are compiled against. */
record ModelClassPath(MavenSession session, MavenProject project, ProjectDependenciesResolver resolver) {

    private static final List<String> SCOPES = List.of("compile", "runtime", "provided");

    List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        if (project.getFile() != null) {
            Path classes = Path.of(project.getBuild().getOutputDirectory());
            if (Files.isDirectory(classes)) {
                entries.add(classes);
            }
        }
        entries.addAll(new ProjectClassPath(session, project, resolver, SCOPES).entries());
        return entries;
    }
}
