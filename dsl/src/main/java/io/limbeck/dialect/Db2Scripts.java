package io.limbeck.dialect;

import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;

/** What Db2 does in scripts upon conditions. */
final class Db2Scripts {

    private Db2Scripts() {}

    static List<String> assertion(String condition, String message) {
        return List.of(block(List.of(
                "IF NOT (" + condition + ") THEN",
                "    SIGNAL SQLSTATE '75000' SET MESSAGE_TEXT = " + message + ";",
                "END IF;")));
    }

    /** A compound statement runs what EXECUTE IMMEDIATE is given; a statement within it has no place for DDL as such. */
    static List<String> guarded(List<Guarded> stretches) {
        List<String> lines = new ArrayList<>();
        for (Guarded stretch : stretches) {
            lines.add("IF " + stretch.condition() + " THEN");
            for (String sql : stretch.statements()) {
                lines.add("    EXECUTE IMMEDIATE '" + sql.replace("'", "''") + "';");
            }
            lines.add("END IF;");
        }
        return List.of(block(lines));
    }

    private static String block(List<String> lines) {
        return "BEGIN\n    " + String.join("\n    ", lines) + "\nEND";
    }
}
