package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Cut;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Scripts for the client {@code mysql} and its likes, and what the server does in them upon conditions. */
final class InnoDbScripts {

    /** What no stored program can hold (MySQL Reference Manual, "Restrictions on Stored Programs"). */
    private static final Pattern BARRED = Pattern.compile(
            "\\s*(create\\b[^;]*?\\b(procedure|function|trigger|event|package)|alter\\s+(procedure|function|event|view)"
                    + "|drop\\s+(procedure|function|trigger|event)|lock\\s+tables|unlock\\s+tables|load\\s+data|use)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private InnoDbScripts() {}

    /**
     * {@code --binary-mode} passes on a CR and leaves but DELIMITER of the client's commands, which it finds in the middle
     * of a line, too (MySQL Reference Manual, "mysql Client Options").
     */
    static ClientProfile profile(String client) {
        return new ClientProfile(
                        client,
                        client + " --default-character-set=utf8mb4 --binary-mode DATABASE < FILE",
                        List.of("SET NAMES utf8mb4;"),
                        "START TRANSACTION",
                        "COMMIT",
                        ";")
                .ending(Cut.TERMINATOR_INSIDE, "DELIMITER END", List.of("//", "$$", "@@", "||", "~~"), "DELIMITER ;")
                .refusing(Trap.outside(
                        "delimiter\\s",
                        "takes the word DELIMITER outside quotes for its own command",
                        "If it is a name, put it in backticks."));
    }

    static List<String> assertion(String condition, String message) {
        return throughProcedure(List.of(
                "IF NOT (" + condition + ") THEN",
                "    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + message + ";",
                "END IF;"));
    }

    /** Only a stored program has IF. One that failed is left behind, and dropped by whoever comes next. */
    static List<String> guarded(List<Guarded> stretches) {
        return throughProcedure(body(stretches));
    }

    private static List<String> body(List<Guarded> stretches) {
        List<String> lines = new ArrayList<>();
        for (Guarded stretch : stretches) {
            lines.add("IF " + stretch.condition() + " THEN");
            for (String sql : stretch.statements()) {
                if (BARRED.matcher(sql).matches()) {
                    throw new Refusal(
                            "unwritable",
                            null,
                            "no stored program can hold this statement, so nothing can make it depend on a condition",
                            "Write the script for where the database stands: -Ddb.target=from:to.");
                }
                boolean commented = sql.substring(sql.lastIndexOf('\n') + 1).matches(".*(--|#).*");
                lines.add("    " + sql + (commented ? "\n" : "") + ";");
            }
            lines.add("END IF;");
        }
        return lines;
    }

    private static List<String> throughProcedure(List<String> lines) {
        return List.of(
                "DROP PROCEDURE IF EXISTS limbeck_step",
                "CREATE PROCEDURE limbeck_step()\n" + block(lines),
                "CALL limbeck_step()",
                "DROP PROCEDURE limbeck_step");
    }

    private static String block(List<String> lines) {
        return "BEGIN\n    " + String.join("\n    ", lines) + "\nEND";
    }
}
