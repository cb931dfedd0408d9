package io.limbeck.dialect;

import io.limbeck.sql.LockBeside;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How SQLite is reached, and what its sessions and locks are. */
final class SqliteServer extends Server {

    SqliteServer() {
        super(List.of("jdbc:sqlite:"), "org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    }

    /** There are no users. */
    @Override
    public String currentUser() {
        return "NULL";
    }

    /**
     * One connection writes at a time, so a lock within the database would shut its own holder out; an attached database
     * is locked by itself (https://www.sqlite.org/lockingv3.html), and the lock dies with the process that holds it.
     */
    @Override
    public Optional<LockBeside> lockBeside() {
        return Optional.of(new LockBeside(
                "SELECT file FROM pragma_database_list WHERE name = 'main' AND file <> ''",
                "-limbeck-lock",
                "ATTACH DATABASE ? AS limbeck_lock",
                List.of(
                        "CREATE TABLE IF NOT EXISTS limbeck_lock.holder (name TEXT)",
                        "DELETE FROM limbeck_lock.holder",
                        "INSERT INTO limbeck_lock.holder (name) VALUES (?)"),
                "UPDATE limbeck_lock.holder SET name = name",
                "SELECT name FROM limbeck_lock.holder",
                "DETACH DATABASE limbeck_lock",
                Set.of(5, 6, 8)));
    }
}
