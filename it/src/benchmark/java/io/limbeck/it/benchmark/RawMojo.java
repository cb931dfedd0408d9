package io.limbeck.it.benchmark;

import io.limbeck.it.benchmark.run.RunRawRows;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;

/** The floor of a goal with nothing to do: a goal that connects and reads the version table. */
public final class RawMojo extends AbstractMojo {

    @Override
    public void execute() throws MojoExecutionException {
        try {
            RunRawRows.main(new String[] {System.getProperty("db.url"), "", ""});
        } catch (Exception failure) {
            throw new MojoExecutionException("the rows cannot be read", failure);
        }
    }
}
