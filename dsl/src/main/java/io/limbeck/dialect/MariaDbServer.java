package io.limbeck.dialect;

import io.limbeck.schema.Part;
import java.util.Optional;

/** How MariaDB is reached, and what its sessions and locks are. */
final class MariaDbServer extends InnoDbServer {

    /** The catalogue tells defaults in SQL, and NULL as well as none. */
    private static final String DEFAULT = "column_default";

    MariaDbServer() {
        super("jdbc:mariadb:", "org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client", DEFAULT);
    }

    /** A sequence is listed among the tables (https://mariadb.com/docs/server/reference/sql-structure/sequences). */
    @Override
    public Optional<String> catalogueNames(Part.Kind kind) {
        return kind == Part.Kind.SEQUENCE
                ? Optional.of("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_type = 'SEQUENCE' AND table_schema = ?")
                : super.catalogueNames(kind);
    }
}
