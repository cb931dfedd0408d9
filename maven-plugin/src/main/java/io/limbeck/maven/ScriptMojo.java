package io.limbeck.maven;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that needs scripts, but no database. */
abstract class ScriptMojo extends AbstractMojo {

    /** Does nothing. */
    @Parameter(property = "db.skip", defaultValue = "false")
    private boolean skip;

    /** Holds {@code env.groovy} and the folder {@code migrations}. */
    @Parameter(property = "db.directory", defaultValue = "${basedir}/src/main/db")
    private File directory;

    /** More folders of scripts, comma-separated; {@code classpath:db} is one on the class path. */
    @Parameter(property = "db.locations")
    private List<String> locations;

    /** How the result is told: {@code text}, or {@code json} for one document on standard output. */
    @Parameter(property = "db.format", defaultValue = "text")
    private String format;

    /** Arguments for scripts and {@code env.groovy}, which see them as {@code x}; each is also {@code -Ddb.x.NAME}. */
    @Parameter
    private Map<String, String> x;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    @Inject
    private Modules modules;

    private enum Format {
        TEXT,
        JSON
    }

    private Output output;
    private Redaction redaction = Redaction.NONE;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as `db.skip` is set.");
            return;
        }
        try {
            boolean json = Words.choice("db.format", format, Format.class) == Format.JSON;
            output = new Output(
                    getLog(),
                    json,
                    Output.standard(session.getSystemProperties().getProperty("maven.version", "3.")));
            modules.each(execution, session, project, output, this::runHere);
        } catch (RuntimeException failure) {
            Failures.rethrow(failure, redaction, session.getRequest().isShowErrors());
        }
    }

    private void runHere() {
        if (isApplicable()) {
            run();
        }
    }

    /** Does what the goal is for. */
    abstract void run();

    /** Says what must not be shown. */
    final void hide(Redaction hidden) {
        redaction = hidden;
    }

    /** A text without what must not be shown. */
    final String shown(String text) {
        return redaction.text(text);
    }

    /**
     * Whether there are scripts. A module that has none is passed over, as a parent's plugins are inherited; somebody
     * who asks for the goal in one project alone is told.
     */
    boolean isApplicable() {
        if (Files.exists(directory.toPath()) || !locations().isEmpty()) {
            return true;
        }
        String folder = workspace().named(directory.toPath());
        if (session.getProjects().size() > 1
                || (execution != null && execution.getSource() == MojoExecution.Source.LIFECYCLE)) {
            output.line("Skipped, as there is no " + folder + " here.");
            return false;
        }
        throw LimbeckException.setup(Problem.of(
                "missing-folder",
                "there is no folder " + folder,
                "`mvn db:init` makes one with a first revision; `db.directory` names another."));
    }

    /** What every use of the engine needs. */
    Configuration configuration() {
        return Limbeck.configure()
                .directory(directory())
                .locations(locations().toArray(new String[0]))
                .scriptCache(workspace().scriptCache())
                .x(values().under(x, "db.x."));
    }

    Path directory() {
        return directory.toPath();
    }

    List<String> locations() {
        return locations == null ? List.of() : locations;
    }

    Workspace workspace() {
        return Workspace.of(project, basedir);
    }

    BuildValues values() {
        return new BuildValues(session, project);
    }

    Output output() {
        return output;
    }

    MavenProject project() {
        return project;
    }

    MavenSession session() {
        return session;
    }

    /** Such as {@code migrate}. */
    String goal() {
        return execution == null ? getClass().getSimpleName() : execution.getGoal();
    }
}
