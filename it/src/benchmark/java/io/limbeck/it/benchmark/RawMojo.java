package io.limbeck.it.benchmark;

import io.limbeck.it.benchmark.run.RunRawRows;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;

/** The floor of a goal with nothing to do: a goal that connects, reads the version table, and ends Derby as it should. */
public final class RawMojo extends AbstractMojo {

    @Override
    public void execute() throws MojoExecutionException {
        String url = System.getProperty("db.url");
        try {
            RunRawRows.main(new String[] {url, "", ""});
            shutDown(url.substring(0, url.indexOf(';')));
        } catch (Exception failure) {
            throw new MojoExecutionException("the rows cannot be read", failure);
        }
    }

    /** Without it the next one to open the database has to recover it. */
    private static void shutDown(String database) {
        try {
            DriverManager.getConnection(database + ";shutdown=true").close();
        } catch (SQLException ended) {
            // Derby says by an exception that it did
        }
    }
}
