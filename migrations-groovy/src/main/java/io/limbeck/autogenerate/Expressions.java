package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.type.Type;
import java.util.Locale;

/** The normal form of SQL expressions. */
final class Expressions {

    private final Dialect dialect;

    Expressions(Dialect dialect) {
        this.dialect = dialect;
    }

    boolean same(String from, String to) {
        return normal(from).equals(normal(to));
    }

    boolean sameQuery(String from, String to) {
        return normal(from).equals(normal(to));
    }

    String value(String sql, Type type) {
        return normal(sql);
    }

    private String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
