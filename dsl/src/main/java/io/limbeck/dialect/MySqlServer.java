package io.limbeck.dialect;

/** How MySQL is reached, and what its catalogue tells. */
final class MySqlServer extends InnoDbServer {

    /**
     * The catalogue tells a literal without its quotes, an expression without its parentheses, and a quote in one behind a
     * backslash (MySQL Reference Manual, "The INFORMATION_SCHEMA COLUMNS Table").
     */
    private static final String DEFAULT =
            "IF(extra LIKE '%DEFAULT_GENERATED%', REPLACE(column_default, CONCAT(CHAR(92), CHAR(39)), CHAR(39)),"
                    + " IF(column_default IS NULL, NULL, QUOTE(column_default)))";

    MySqlServer() {
        super("jdbc:mysql:", "com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j", DEFAULT);
    }
}
