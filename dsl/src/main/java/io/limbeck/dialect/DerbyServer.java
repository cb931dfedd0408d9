package io.limbeck.dialect;

import io.limbeck.schema.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Derby is reached, and what its sessions and locks are. */
final class DerbyServer extends Server {

    DerbyServer() {
        super(List.of("jdbc:derby:"), "org.apache.derby.jdbc.EmbeddedDriver", "org.apache.derby:derby");
    }

    /** Uncommitted read (Derby Reference Manual, "WITH clause"). */
    @Override
    public String withoutWaiting() {
        return " WITH UR";
    }

    /** The table, or the schema, does not exist (Derby Reference Manual, "SQL error messages and exceptions"). */
    @Override
    public Set<String> missingTable() {
        return Set.of("42X05", "42Y07");
    }

    /** Derby Reference Manual, "Derby system tables". */
    @Override
    public Optional<String> catalogueNames(Part.Kind kind) {
        return switch (kind) {
            case CONSTRAINT ->
                Optional.of("SELECT c.constraintname FROM sys.sysconstraints c"
                        + " JOIN sys.systables t ON t.tableid = c.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                        + " WHERE s.schemaname = ? AND t.tablename = ?");
            case SEQUENCE ->
                Optional.of("SELECT q.sequencename FROM sys.syssequences q"
                        + " JOIN sys.sysschemas s ON s.schemaid = q.schemaid WHERE s.schemaname = ?");
            default -> Optional.empty();
        };
    }
}
