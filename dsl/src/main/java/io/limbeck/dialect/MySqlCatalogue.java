package io.limbeck.dialect;

/** How MySQL's information schema is asked (MySQL Reference Manual, "INFORMATION_SCHEMA Tables"). */
final class MySqlCatalogue extends InnoDbCatalogue {

    MySqlCatalogue(MySql mySql) {
        super(mySql);
    }

    @Override
    String indexExpression() {
        return "s.expression";
    }

    @Override
    String checks() {
        return """
                SELECT t.table_schema AS schema_name, t.table_name AS table_name, k.constraint_name AS name,
                    k.check_clause AS expression
                FROM information_schema.check_constraints k
                JOIN information_schema.table_constraints t ON t.constraint_schema = k.constraint_schema
                    AND t.constraint_name = k.constraint_name AND t.constraint_type = 'CHECK'
                WHERE k.constraint_schema IN ({schemas})
                ORDER BY 1, 2, 3""";
    }

    /** It stands without its quotes. */
    @Override
    String literalDefault() {
        return "IF(c.extra LIKE '%DEFAULT_GENERATED%' OR c.column_default IS NULL, NULL, QUOTE(c.column_default))";
    }

    /** Quotes and backslashes stand behind a backslash, but in views (seen on 8.4). */
    @Override
    String unescaped(String sql) {
        return sql.replaceAll("\\\\(['\\\\])", "$1");
    }
}
