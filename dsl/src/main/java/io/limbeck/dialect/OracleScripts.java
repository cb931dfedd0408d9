package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;

/** Scripts for SQL*Plus, and what Oracle does in them upon conditions. */
final class OracleScripts {

    /** Characters of one literal; a literal of PL/SQL has 32767 bytes at most. */
    private static final int LITERAL = 8000;

    private static final String PARTED = "Part the string, as in 'a' || CHR(10) || 'b', or the line.";

    private OracleScripts() {}

    /**
     * Every statement ends at a slash on a line of its own, since SQL*Plus takes a semicolon at a line's end for the
     * statement's even in a string; it looks at the beginning and the end of every line, whatever that is part of
     * (SQL*Plus User's Guide and Reference, "SET", SQLTERMINATOR, BLOCKTERMINATOR and SQLPREFIX, "@ (at sign)",
     * "Continuing a Long SQL*Plus Command", "SQL*Plus Limits").
     */
    static ClientProfile sqlPlus() {
        return new ClientProfile(
                        "sqlplus",
                        "NLS_LANG=.AL32UTF8 sqlplus -S -L USER@SERVICE @FILE < /dev/null",
                        List.of(
                                "WHENEVER OSERROR EXIT FAILURE ROLLBACK",
                                "WHENEVER SQLERROR EXIT FAILURE ROLLBACK",
                                "SET AUTOCOMMIT OFF",
                                "SET DEFINE OFF",
                                "SET SQLBLANKLINES ON",
                                "SET BLOCKTERMINATOR OFF",
                                "SET SQLTERMINATOR OFF"),
                        "",
                        "COMMIT",
                        "\n/")
                .withFooter("EXIT SUCCESS")
                .refusing(Trap.everywhere("^\\s*/\\s*$", "takes this line for the end of the statement", PARTED))
                .refusing(Trap.everywhere("^\\s*[@#]", "takes this line for a command of its own", PARTED))
                .refusing(Trap.everywhere(
                        "(?<!-)-[ \\t]*$", "joins a line that ends in a hyphen with the next one", PARTED))
                .refusing(Trap.everywhere("^.{5000,}$", "reads no line of 5000 characters or more", PARTED));
    }

    /** A condition of SQL is no expression of PL/SQL, so that a query asks. */
    static List<String> assertion(String condition, String message) {
        return List.of(block(List.of(
                "SELECT COUNT(*) INTO due FROM dual WHERE " + condition + ";",
                "IF due = 0 THEN",
                "    RAISE_APPLICATION_ERROR(-20000, " + message + ");",
                "END IF;")));
    }

    static List<String> guarded(List<Guarded> stretches) {
        List<String> lines = new ArrayList<>();
        for (Guarded stretch : stretches) {
            lines.add("SELECT COUNT(*) INTO due FROM dual WHERE " + stretch.condition() + ";");
            lines.add("IF due = 1 THEN");
            for (String sql : stretch.statements()) {
                lines.add("    EXECUTE IMMEDIATE " + literal(sql) + ";");
            }
            lines.add("END IF;");
        }
        return List.of(block(lines));
    }

    private static String block(List<String> lines) {
        return "DECLARE\n    due INTEGER;\nBEGIN\n    " + String.join("\n    ", lines) + "\nEND;";
    }

    private static String literal(String sql) {
        if (sql.length() <= LITERAL) {
            return "'" + sql.replace("'", "''") + "'";
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < sql.length(); ) {
            int to = sql.offsetByCodePoints(from, Math.min(LITERAL, sql.codePointCount(from, sql.length())));
            parts.add("TO_CLOB('" + sql.substring(from, to).replace("'", "''") + "')");
            from = to;
        }
        return String.join("\n        || ", parts);
    }
}
