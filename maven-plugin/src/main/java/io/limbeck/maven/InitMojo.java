package io.limbeck.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Begins: writes {@code src/main/db} with an {@code env.groovy}, a first revision and a README, and shows what belongs
 * into the POM. Overwrites nothing.
 */
@Mojo(name = "init", threadSafe = true, requiresProject = false)
public final class InitMojo extends ScriptMojo {

    @Parameter(defaultValue = "${plugin}", readonly = true)
    private PluginDescriptor plugin;

    @Override
    boolean isApplicable() {
        if (project().getPackaging().equals("pom") && session().getProjects().size() > 1) {
            output().line("Skipped, as this is the parent of other modules.");
            return false;
        }
        return true;
    }

    @Override
    void run() {
        Scaffold.Outcome outcome = new Scaffold(directory()).write();
        outcome.written().forEach(file -> output().line("Wrote " + workspace().named(file)));
        outcome.kept()
                .forEach(file -> output().line("Left as it was: " + workspace().named(file)));
        snippet();
        output().line("Next: mvn db:revision -Ddb.message=\"create account\", an edit, mvn db:migrate.");
        Map<String, Object> document = Documents.document(goal());
        document.put("written", names(outcome.written()));
        document.put("kept", names(outcome.kept()));
        output().document(document);
    }

    private void snippet() {
        output().line("For the <plugins> of the POM:");
        output().line("");
        String snippet = Scaffold.filled(
                "snippet.txt",
                Map.of(
                        "groupId", plugin.getGroupId(),
                        "artifactId", plugin.getArtifactId(),
                        "version", plugin.getVersion()));
        snippet.lines().forEach(output()::line);
        output().line("");
    }

    private List<String> names(List<Path> files) {
        return files.stream().map(workspace()::named).toList();
    }
}
