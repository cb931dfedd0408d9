package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Notices a pooler that gives a connection another session of the server for each transaction, as PgBouncer may. */
final class Pooled {

    private Pooled() {}

    /** How often each connection is asked; with others at the pooler, answers may agree by chance. */
    private static final int QUESTIONS = 3;

    /**
     * @param session the query for what tells sessions apart
     * @throws LimbeckException when two connections share a session, or one has two: a session's lock would lock nothing
     */
    static void refuse(Connection one, Connection other, String session) throws SQLException {
        if (Pool.areApart(one, other)) {
            return;
        }
        Set<String> ones = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            ones.add(ask(one, session));
            others.add(ask(other, session));
        }
        if (ones.size() > 1 || others.size() > 1 || ones.equals(others)) {
            throw problem();
        }
        Pool.foundApart(one, other);
    }

    static LimbeckException problem() {
        return LimbeckException.setup(Problem.of(
                "pooled-session",
                "the connections go through a pooler that changes the server's session underneath, so no session can"
                        + " keep the lock of the version table",
                "Connect to the server itself, or to a pool in session mode (PgBouncer: pool_mode = session)."));
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
