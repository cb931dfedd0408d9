package io.limbeck.target.hibernate;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.target.EntityRequest;
import java.util.List;
import java.util.Map;

/**
 * Hibernate's dialect for one of ours.
 *
 * @param ownWords whether it speaks of the same database, so that its words for types can be read
 */
record HibernateDialect(String className, boolean ownWords) {

    private static final String CORE = "org.hibernate.dialect.";
    private static final String COMMUNITY = "org.hibernate.community.dialect.";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("postgresql", "PostgreSQLDialect"),
            Map.entry("yugabytedb", "PostgreSQLDialect"),
            Map.entry("cockroachdb", "CockroachDialect"),
            Map.entry("mysql", "MySQLDialect"),
            Map.entry("mariadb", "MariaDBDialect"),
            Map.entry("oracle", "OracleDialect"),
            Map.entry("sqlserver", "SQLServerDialect"),
            Map.entry("db2", "DB2Dialect"),
            Map.entry("h2", "H2Dialect"),
            Map.entry("hsqldb", "HSQLDialect"),
            Map.entry("derby", "DerbyDialect"),
            Map.entry("sqlite", "SQLiteDialect"));

    /** Hibernate 7 has Derby's elsewhere; H2's has the same abilities, and types are told by their codes then. */
    private static final Map<String, String> STAND_INS = Map.of("derby", CORE + "H2Dialect");

    static HibernateDialect of(EntityRequest request) {
        String given = request.properties().get("hibernate.dialect");
        if (given != null) {
            return new HibernateDialect(given, true);
        }
        String ours = request.dialect().dialect();
        String name = NAMES.getOrDefault(ours, "");
        for (String folder : List.of(CORE, COMMUNITY)) {
            if (isThere(folder + name, request.classes())) {
                return new HibernateDialect(folder + name, true);
            }
        }
        if (STAND_INS.containsKey(ours)) {
            return new HibernateDialect(STAND_INS.get(ours), false);
        }
        throw LimbeckException.setup(Problem.of(
                "no-hibernate-dialect",
                "Hibernate has no dialect for " + ours + " on the class path",
                name.isEmpty()
                        ? "Name one: target entities('…', 'hibernate.dialect': 'com.acme.ItsDialect')."
                        : "Add org.hibernate.orm:hibernate-community-dialects in Hibernate's version."));
    }

    private static boolean isThere(String className, ClassLoader classes) {
        return classes.getResource(className.replace('.', '/') + ".class") != null;
    }
}
