package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.LimbeckException.Kind;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What went wrong, as Maven shows it: the message alone, as Maven would append those of the causes; these are there with
 * {@code -e}.
 */
final class Failures {

    private Failures() {}

    /**
     * Throws a failure of the build for migrations, an error for the set-up and for anything unexpected.
     *
     * @param causes whether somebody asked for them
     */
    static void rethrow(RuntimeException failure, Redaction redaction, boolean causes)
            throws MojoExecutionException, MojoFailureException {
        if (!(failure instanceof LimbeckException expected)) {
            throw new MojoExecutionException(
                    redaction.text("unexpected: " + failure + ", which is a fault of Limbeck; -e shows where"),
                    redaction.failure(failure));
        }
        String message = message(redaction.text(expected.getMessage()));
        Throwable cause = causes ? redaction.failure(expected) : null;
        if (expected.kind() == Kind.MIGRATION) {
            throw new MojoFailureException(message, cause);
        }
        throw new MojoExecutionException(message, cause);
    }

    /** Several lines begin on one of their own, behind Maven's name of the goal. */
    private static String message(String text) {
        return text.indexOf('\n') < 0 ? text : "\n\n" + text + "\n";
    }
}
