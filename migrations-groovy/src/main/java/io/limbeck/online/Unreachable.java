package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.SQLException;
import java.util.Set;

/** Words the failure to get a connection: the cause at the bottom, and what to check. */
final class Unreachable {

    /** What Derby and H2 say of a database's files that another process has open. */
    private static final Set<String> IN_USE = Set.of("XSDB6", "90020");

    private Unreachable() {}

    static LimbeckException problem(SQLException failure) {
        SQLException deepest = deepest(failure);
        String state = deepest.getSQLState() == null ? "" : deepest.getSQLState();
        boolean refused = state.startsWith("28") || state.equals("08004") && mentions(deepest, "auth");
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        if (IN_USE.contains(state) || mentions(deepest, "lock acquisition failure")) {
            return LimbeckException.setup(
                    Problem.of(
                            "in-use",
                            "another process has the files of the database open: " + Secrets.masked(message.strip()),
                            "Such files belong to one process at a time. Let the other one end, be it an application, a"
                                    + " console or another build; one that was killed may seem to run for some seconds more."
                                    + "\nOr let a server have the files, and connect to that."),
                    failure);
        }
        return LimbeckException.setup(
                Problem.of(
                        refused ? "wrong-password" : "unreachable",
                        "the database cannot be connected to: " + Secrets.masked(message.strip()),
                        refused
                                ? "Check 'username' and 'password', or the server's entry in settings.xml."
                                : "Check that the server runs, and the host, port and database name in 'url'."),
                failure);
    }

    /** Some drivers give the reason as a cause, some as the next exception. */
    private static SQLException deepest(SQLException failure) {
        SQLException deepest = failure;
        Throwable next = failure;
        while (next != null) {
            if (next instanceof SQLException sql) {
                deepest = sql;
            }
            SQLException chained = next instanceof SQLException sql ? sql.getNextException() : null;
            Throwable cause = next.getCause() == next ? null : next.getCause();
            next = chained == null ? cause : chained;
        }
        return deepest;
    }

    private static boolean mentions(SQLException failure, String word) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(java.util.Locale.ROOT).contains(word);
    }
}
