package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Cut;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;

/** Scripts for Db2's command line. */
final class Db2Scripts {

    private static final List<String> TERMINATORS = List.of("@", "%", "~", "^");

    private Db2Scripts() {}

    /**
     * A transaction begins by itself once autocommit is off, and the first error ends the script; what it leaves open the
     * second command rolls back (Db2 11.5, "Command line processor options", -c, -s, -n, and "Command line processor
     * features").
     */
    static ClientProfile commandLine() {
        return new ClientProfile(
                        "db2",
                        "DB2CODEPAGE=1208 db2 +c -s -tvf FILE || db2 ROLLBACK",
                        List.of("UPDATE COMMAND OPTIONS USING C OFF S ON;"),
                        "",
                        "COMMIT",
                        ";")
                .ending(Cut.TERMINATOR_AT_LINE_END, "--#SET TERMINATOR END", TERMINATORS, "--#SET TERMINATOR ;")
                .refusing(Trap.quoted(
                        "\\R",
                        "makes a blank of a line's end in a string",
                        "Part the string, as in 'a' || CHR(10) || 'b'."))
                .refusing(Trap.everywhere(
                        "^\\s*[!?]", "takes this line for a command of its own", "Begin the line otherwise."));
    }

    static List<String> assertion(String condition, String message) {
        return List.of(block(List.of(
                "IF NOT (" + condition + ") THEN",
                "    SIGNAL SQLSTATE '75000' SET MESSAGE_TEXT = " + message + ";",
                "END IF;")));
    }

    /** A compound statement has no place for DDL, but runs what EXECUTE IMMEDIATE is given. */
    static List<String> guarded(List<Guarded> stretches) {
        List<String> lines = new ArrayList<>();
        for (Guarded stretch : stretches) {
            lines.add("IF " + stretch.condition() + " THEN");
            for (String sql : stretch.statements()) {
                lines.add("    EXECUTE IMMEDIATE " + literal(sql) + ";");
            }
            lines.add("END IF;");
        }
        return List.of(block(lines));
    }

    /** The line ends of a string would not reach the server. */
    private static String literal(String sql) {
        return "'" + sql.replace("'", "''").replace("\n", "' || CHR(10) ||\n        '") + "'";
    }

    private static String block(List<String> lines) {
        return "BEGIN\n    " + String.join("\n    ", lines) + "\nEND";
    }
}
