package io.limbeck.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Carries a goal from the command line into every module.
 *
 * <p>Maven runs a goal that also works without a POM in the first project alone; this one goes on with the others, each
 * with its own configuration, as Maven does with goals that need a POM.
 */
class Modules {

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    @Inject
    Modules(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /** Work in one project. */
    interface Work {
        void run() throws MojoExecutionException, MojoFailureException;
    }

    /** Does the work here, and the goal in the modules that Maven leaves to us. */
    void each(MojoExecution execution, MavenSession session, MavenProject project, Output output, Work here)
            throws MojoExecutionException, MojoFailureException {
        List<MavenProject> projects = session.getProjects();
        boolean ours = execution != null
                && execution.getSource() == MojoExecution.Source.CLI
                && projects.size() > 1
                && project == session.getTopLevelProject();
        if (!ours) {
            here.run();
            return;
        }
        for (MavenProject module : projects) {
            if (module == project) {
                here.run();
            } else {
                output.line("Module " + module.getName() + ":");
                in(module, execution, session);
            }
        }
    }

    private void in(MavenProject module, MojoExecution execution, MavenSession session)
            throws MojoExecutionException, MojoFailureException {
        MavenSession inside = session.clone();
        inside.setCurrentProject(module);
        try {
            String goal = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getVersion() + ":"
                    + execution.getGoal();
            MavenExecutionPlan plan = lifecycle.calculateExecutionPlan(inside, true, goal);
            for (MojoExecution step : plan.getMojoExecutions()) {
                plugins.executeMojo(inside, step);
            }
        } catch (MojoExecutionException | MojoFailureException failure) {
            throw failure;
        } catch (Exception unplanned) {
            throw new MojoExecutionException("module " + module.getName() + ": " + unplanned.getMessage(), unplanned);
        }
    }
}
