package io.limbeck.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How Db2 is reached, and what its sessions and locks are. */
final class Db2Server extends Server {

    Db2Server() {
        super(List.of("jdbc:db2:"), "com.ibm.db2.jcc.DB2Driver", "com.ibm.db2:jcc");
    }

    /** Lengths count bytes, unless the database was made otherwise (Db2 11.5, "String units in built-in functions"). */
    @Override
    public int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Rows are looked up by the index, however few there are: a scan would wait for the row that is the lock (Db2 11.5,
     * "ALTER TABLE statement", VOLATILE).
     */
    @Override
    public List<String> ofVersionTable(String table) {
        return List.of("ALTER TABLE " + table + " VOLATILE CARDINALITY");
    }

    /** Uncommitted read (Db2 11.5, "isolation-clause"). */
    @Override
    public String withoutWaiting() {
        return " WITH UR";
    }
}
