package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts for sqlcmd, and what SQL Server does in them upon conditions. */
final class SqlServerScripts {

    private static final String PARTED = "Part the string, as in 'a' + CHAR(10) + 'b', or the line of the comment.";

    private SqlServerScripts() {}

    /**
     * {@code -b} stops at the first error, {@code -x} takes {@code $(…)} for what it is, {@code 65001} is UTF-8; indexes
     * with a condition want QUOTED_IDENTIFIER, which sqlcmd alone has off. Commands stand at the beginning of a line; the
     * oldest ones do without a colon (Microsoft Learn, "sqlcmd utility", "sqlcmd commands").
     */
    static ClientProfile sqlcmd() {
        return new ClientProfile(
                        "sqlcmd",
                        "sqlcmd -b -I -x -f 65001 -i FILE",
                        List.of(
                                ":on error exit",
                                "SET QUOTED_IDENTIFIER ON;",
                                "SET XACT_ABORT ON;",
                                "SET NOCOUNT ON;",
                                "GO"),
                        "BEGIN TRANSACTION",
                        "COMMIT",
                        ";\nGO")
                .refusing(
                        Trap.everywhere("^\\s*GO\\s*\\d*\\s*;?\\s*$", "takes this line for the end of a batch", PARTED))
                .refusing(Trap.everywhere(
                        "^\\s*(:\\w|!!|(quit|exit|reset|ed)\\s*(\\(.*)?$)",
                        "takes this line for a command of its own",
                        PARTED));
    }

    static List<String> assertion(String condition, String message) {
        return List.of(
                TransactSql.when("NOT (" + condition + ")", "THROW 50000, " + TransactSql.unicode(message) + ", 1"));
    }

    /** What must be first in its batch is so in an EXEC of its own. */
    static List<String> guarded(List<Guarded> stretches) {
        return List.of(stretches.stream()
                .map(stretch -> batches(stretch.statements()).stream()
                        .map(sql -> "    EXEC (" + TransactSql.unicode(sql) + ");")
                        .collect(Collectors.joining("\n", "IF " + stretch.condition() + "\nBEGIN\n", "\nEND")))
                .collect(Collectors.joining(";\n")));
    }

    /** A session takes values for an identity only as long as the EXEC that said so (Transact-SQL reference, "SET"). */
    private static List<String> batches(List<String> statements) {
        List<String> batches = new ArrayList<>();
        boolean open = false;
        for (String sql : statements) {
            int last = batches.size() - 1;
            if (open) {
                batches.set(last, batches.get(last) + ";\n" + sql);
            } else {
                batches.add(sql);
            }
            if (sql.startsWith("SET IDENTITY_INSERT ")) {
                open = sql.endsWith(" ON");
            }
        }
        return batches;
    }
}
