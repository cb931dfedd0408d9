package io.limbeck.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/**
 * Where a goal works: the module's folder, or the current one where there is no POM.
 *
 * @param target where the build leaves what it makes
 */
record Workspace(Path folder, Path target) {

    static Workspace of(MavenProject project, File folder) {
        Path here = folder.toPath().toAbsolutePath().normalize();
        return new Workspace(
                here,
                project.getFile() == null
                        ? here.resolve("target")
                        : here.resolve(project.getBuild().getDirectory()));
    }

    /** The embedded database of a project that configures none. */
    Path database() {
        return target.resolve("derby");
    }

    /** What is kept of compiled scripts for the next build. */
    Path scriptCache() {
        return target.resolve("db/scripts.bin");
    }

    String databaseUrl() {
        return "jdbc:derby:" + database() + ";create=true";
    }

    /** A path as people in this folder say it. */
    String named(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(folder) && !absolute.equals(folder)
                ? folder.relativize(absolute).toString().replace(File.separatorChar, '/')
                : absolute.toString();
    }
}
