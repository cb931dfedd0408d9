package io.limbeck.it.client;

import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;

/** A database's own client, running one SQL script from a file. */
public interface ScriptClient {
    /**
     * Runs a script and stops at its first error where the client can.
     *
     * @throws org.opentest4j.TestAbortedException if this machine does not have the client
     */
    Outcome run(TestDatabase database, Path script) throws IOException;

    /**
     * What came of a script.
     *
     * @param succeeded whether the client reported no error
     * @param output all it printed
     */
    record Outcome(boolean succeeded, String output) {
        /** This outcome, if it is a good one. */
        public Outcome orFail() {
            if (!succeeded) {
                throw new AssertionError("The script failed:\n" + output);
            }
            return this;
        }
    }
}
