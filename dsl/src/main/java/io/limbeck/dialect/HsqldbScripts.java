package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Cut;
import io.limbeck.sql.ClientProfile.Trap;
import java.util.List;

/** Scripts for SqlTool, and what HyperSQL does in them upon conditions. */
final class HsqldbScripts {

    private HsqldbScripts() {}

    /**
     * SqlTool commits nothing by itself, has no word that begins a transaction, and goes on after errors unless told
     * otherwise. It reads raw text between <code>\.</code> and <code>.;</code>, has variables and conditions of its own,
     * and puts the former in place of {@code *{name}} once it has any (HyperSQL Utilities Guide, "SqlTool").
     */
    static ClientProfile sqlTool() {
        return new ClientProfile(
                        "SqlTool",
                        "java -Dsqlfile.charset=UTF-8 -jar sqltool.jar --inlineRc=url=URL,user=USER FILE",
                        List.of("\\c false", "\\a false"),
                        "",
                        "COMMIT",
                        ";")
                .ending(Cut.TERMINATOR_INSIDE, "\\.", List.of("\n.;"), "")
                .refusing(Trap.everywhere(
                        "\\*\\{:?\\w+\\}",
                        "takes this for a variable of its own",
                        "Part the string there, as in '*' || '{x}'."))
                .branching(
                        List.of(
                                "* due ~",
                                "SELECT CASE WHEN CONDITION THEN 1 ELSE 0 END FROM (VALUES (0));",
                                "* if (*due == 1)"),
                        List.of("* end if"));
    }

    /** Only a routine can raise an error with a text; there are no blocks outside of one. */
    static List<String> assertion(String condition, String message) {
        return List.of(
                "DROP PROCEDURE limbeck_start IF EXISTS",
                "CREATE PROCEDURE limbeck_start() MODIFIES SQL DATA BEGIN ATOMIC\n    IF NOT (" + condition
                        + ") THEN\n        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + message
                        + ";\n    END IF;\nEND",
                "CALL limbeck_start()",
                "DROP PROCEDURE limbeck_start");
    }
}
