package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The project's dependencies of some scopes, in class-path order.
 *
 * <p>They are resolved when asked for and not before: a goal that finds its driver on the plugin's class path works in a
 * module whose siblings were not built yet, and one that needs no driver waits for nothing. What cannot be resolved is
 * left out, as the driver is seldom what is missing.
 */
final class ProjectClassPath {

    private static final Map<String, Set<String>> SCOPES = Map.of(
            "compile", Set.of("compile"),
            "runtime", Set.of("compile", "runtime"),
            "provided", Set.of("provided", "system"),
            "test", Set.of("test"));

    private final MavenSession session;
    private final MavenProject project;
    private final ProjectDependenciesResolver resolver;
    private final List<String> scopes;

    /** @param scopes those of the parameter {@code driverScopes}: compile, runtime, provided, test */
    ProjectClassPath(
            MavenSession session, MavenProject project, ProjectDependenciesResolver resolver, List<String> scopes) {
        this.session = session;
        this.project = project;
        this.resolver = resolver;
        this.scopes = scopes;
        scopes.forEach(ProjectClassPath::check);
    }

    private static void check(String scope) {
        if (!SCOPES.containsKey(scope)) {
            throw LimbeckException.setup(Problem.of(
                    "unknown-scope",
                    "'" + scope + "' in `db.driverScopes` is not a scope",
                    Suggestion.remedy(scope, "scopes", SCOPES.keySet())));
        }
    }

    List<String> scopes() {
        return scopes;
    }

    List<Path> entries() {
        if (project.getFile() == null || project.getDependencies().isEmpty()) {
            return List.of();
        }
        Set<String> wanted = scopes.stream()
                .flatMap(scope -> SCOPES.get(scope).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return resolved()
                .filter(dependency -> wanted.contains(dependency.getScope()))
                .filter(dependency -> dependency.getArtifact().getFile() != null)
                .map(dependency -> dependency.getArtifact().getFile().toPath())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .toList();
    }

    private Stream<Dependency> resolved() {
        DependencyResolutionResult result;
        try {
            result = resolver.resolve(new DefaultDependencyResolutionRequest(project, session.getRepositorySession()));
        } catch (DependencyResolutionException incomplete) {
            result = incomplete.getResult();
        }
        return result.getDependencies().stream();
    }
}
