package io.limbeck.inspect;

import io.limbeck.dialect.Dialect;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** Names as the catalogue stores them, and as patterns that match nothing else. */
public final class CatalogueNames {

    private final Dialect dialect;
    private final DatabaseMetaData data;

    public CatalogueNames(Dialect dialect, DatabaseMetaData data) {
        this.dialect = dialect;
        this.data = data;
    }

    /** A script's name as the catalogue stores it. */
    public String stored(String name) throws SQLException {
        boolean quoted = dialect.quote(name).startsWith("\"");
        return !quoted && data.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** A stored name for a method that takes patterns; null stays null. */
    public String pattern(String stored) throws SQLException {
        return pattern(data, stored);
    }

    /** The same for any name that the catalogue may have. */
    public static String pattern(DatabaseMetaData data, String stored) throws SQLException {
        String escape = data.getSearchStringEscape();
        return stored == null || escape == null || escape.isEmpty()
                ? stored
                : stored.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
