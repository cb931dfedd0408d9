package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;

/** Scripts for psql, and what PostgreSQL does in them upon conditions. */
final class PostgreSqlScripts {

    private PostgreSqlScripts() {}

    /**
     * Outside quotes, psql puts its variables in place of {@code :name}, unless a backslash stands before the colon, and
     * takes a backslash for a command (https://www.postgresql.org/docs/current/app-psql.html, "Meta-Commands" and
     * "Variables").
     */
    static ClientProfile psql() {
        return new ClientProfile(
                        "psql",
                        "psql -X -v ON_ERROR_STOP=1 -f FILE",
                        List.of("\\set ON_ERROR_STOP on", "\\encoding UTF8"),
                        "BEGIN",
                        "COMMIT",
                        ";")
                .escaping("(?<!:):(?=[\\p{L}\\d_{])", "\\\\:")
                .refusing(Trap.outside(
                        "\\\\", "takes a backslash outside quotes for a command of its own", "Quote what holds it."))
                .branching(List.of("SELECT CONDITION AS due \\gset", "\\if :due"), List.of("\\endif"));
    }

    static List<String> assertion(String condition, String message) {
        return List.of(block(List.of(
                "IF NOT (" + condition + ") THEN", "    RAISE EXCEPTION USING MESSAGE = " + message + ";", "END IF;")));
    }

    /** A DO block is one statement; within it, EXECUTE runs whatever text it is given. */
    static List<String> guarded(List<Guarded> stretches) {
        List<String> lines = new ArrayList<>();
        for (Guarded stretch : stretches) {
            lines.add("IF " + stretch.condition() + " THEN");
            for (String sql : stretch.statements()) {
                lines.add("    EXECUTE " + dollarQuoted("sql", sql) + ";");
            }
            lines.add("END IF;");
        }
        return List.of(block(lines));
    }

    private static String block(List<String> lines) {
        return "DO " + dollarQuoted("block", "\nBEGIN\n    " + String.join("\n    ", lines) + "\nEND\n");
    }

    private static String dollarQuoted(String tag, String text) {
        String quote = "$" + tag + "$";
        for (int i = 2; text.contains(quote); i++) {
            quote = "$" + tag + i + "$";
        }
        return quote + text + quote;
    }
}
