package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.SQLException;

/** Words the failure to get a connection: the cause at the bottom, and what to check. */
final class Unreachable {

    private Unreachable() {}

    static LimbeckException problem(SQLException failure) {
        SQLException deepest = failure;
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            if (cause instanceof SQLException sql) {
                deepest = sql;
            }
        }
        String state = deepest.getSQLState() == null ? "" : deepest.getSQLState();
        boolean refused = state.startsWith("28") || state.equals("08004") && mentions(deepest, "auth");
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return LimbeckException.setup(
                Problem.of(
                        refused ? "wrong-password" : "unreachable",
                        "the database cannot be connected to: " + Secrets.masked(message.strip()),
                        refused
                                ? "Check 'username' and 'password', or the server's entry in settings.xml."
                                : "Check that the server runs, and the host, port and database name in 'url'."),
                failure);
    }

    private static boolean mentions(SQLException failure, String word) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(java.util.Locale.ROOT).contains(word);
    }
}
