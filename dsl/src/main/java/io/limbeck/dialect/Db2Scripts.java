package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Cut;
import io.limbeck.sql.ClientProfile.Trap;
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
}
