package io.limbeck.dialect;

import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Trap;
import java.util.List;

/** Scripts for sqlite3. */
final class SqliteScripts {

    private SqliteScripts() {}

    /**
     * Dots begin commands where a statement could begin, and a line of {@code /} or {@code go} ends one (Command Line Shell
     * For SQLite, "Rules for dot-commands, SQL and more").
     */
    static ClientProfile sqlite3() {
        return new ClientProfile(
                        "sqlite3", "sqlite3 DATABASE < FILE", List.of(".bail on"), "BEGIN IMMEDIATE", "COMMIT", ";")
                .refusing(Trap.outside("\\A[.#]", "takes this line for a command of its own", "Leave it out."))
                .refusing(Trap.outside(
                        "^\\s*(/|go)\\s*;?\\s*$",
                        "takes this line for the end of the statement",
                        "Join it with the line before it."));
    }
}
