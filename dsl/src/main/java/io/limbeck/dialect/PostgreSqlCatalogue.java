package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Question;
import java.util.Optional;

/** How pg_catalog is asked (https://www.postgresql.org/docs/current/catalogs.html). */
final class PostgreSqlCatalogue implements Catalogue {

    /** Tables, but for partitions, which go with their table, and what an extension has brought. */
    private static final String OF_TABLES = """
             FROM pg_class t
            JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname IN ({schemas})
            """;

    private static final String IS_TABLE = " t.relkind IN ('r', 'p') AND NOT t.relispartition ";

    private static final String COUNTING = "s.seqstart AS start_value, s.seqincrement AS increment_by, s.seqmin AS"
            + " min_value, s.seqmax AS max_value, s.seqcycle AS cycles, s.seqcache AS cache_size";

    private final Dialect dialect;

    PostgreSqlCatalogue(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<String> query(Question question) {
        return Optional.of(
                switch (question) {
                    case SCHEMAS -> "SELECT nspname AS name FROM pg_namespace WHERE nspname IN ({schemas})";
                    case TABLES ->
                        "SELECT n.nspname AS schema_name, t.relname AS name,"
                                + " obj_description(t.oid, 'pg_class') AS comment"
                                + OF_TABLES + "WHERE" + IS_TABLE + "ORDER BY 1, 2";
                    case COLUMNS -> columns();
                    case KEYS -> keys();
                    case FOREIGN_KEYS -> foreignKeys();
                    case CHECKS -> """
                            SELECT n.nspname AS schema_name, t.relname AS table_name, k.conname AS name,
                                pg_get_expr(k.conbin, k.conrelid) AS expression, NOT k.convalidated AS not_valid
                            """ + OF_TABLES + """
                            JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'c'
                            ORDER BY 1, 2, k.oid""";
                    case EXCLUSIONS -> exclusions();
                    case INDEXES -> indexes();
                    case SEQUENCES -> sequences();
                    case VIEWS -> """
                            SELECT n.nspname AS schema_name, t.relname AS name, pg_get_viewdef(t.oid) AS query,
                                t.relkind = 'm' AS materialized
                            """ + OF_TABLES + "WHERE t.relkind IN ('v', 'm') ORDER BY 1, 2";
                    case ENUMS -> """
                            SELECT n.nspname AS schema_name, y.typname AS name, e.enumlabel AS enum_value
                            FROM pg_type y
                            JOIN pg_namespace n ON n.oid = y.typnamespace AND n.nspname IN ({schemas})
                            LEFT JOIN pg_enum e ON e.enumtypid = y.oid
                            WHERE y.typtype = 'e'
                            ORDER BY 1, 2, e.enumsortorder""";
                });
    }

    private static String columns() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS table_name, a.attname AS name,
                    format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attndims > 1 THEN repeat('[]', a.attndims - 1) ELSE '' END
                        AS data_type, NOT a.attnotnull AS nullable,
                    CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default_value,
                    CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS computed,
                    CASE a.attgenerated WHEN 's' THEN 'true' WHEN 'v' THEN 'false' END AS stored,
                    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
                """ + COUNTING + """
                ,
                    CASE WHEN a.attcollation NOT IN (0, y.typcollation) THEN l.collname END AS collation,
                    col_description(t.oid, a.attnum) AS comment,
                    en.nspname AS enum_schema, e.typname AS enum_name
                """ + OF_TABLES + """
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type y ON y.oid = a.atttypid
                LEFT JOIN pg_type e ON e.typtype = 'e' AND e.oid IN (y.oid, y.typelem)
                LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
                LEFT JOIN pg_collation l ON l.oid = a.attcollation
                LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
                LEFT JOIN pg_depend i ON i.refclassid = 'pg_class'::regclass AND i.refobjid = t.oid
                    AND i.refobjsubid = a.attnum AND i.classid = 'pg_class'::regclass AND i.deptype = 'i'
                    AND a.attidentity <> ''
                LEFT JOIN pg_sequence s ON s.seqrelid = i.objid
                WHERE""" + IS_TABLE + "ORDER BY 1, 2, a.attnum";
    }

    private String keys() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS table_name, k.conname AS name, k.contype = 'p' AS is_primary,
                    a.attname AS column_name, k.condeferrable AS deferrable, k.condeferred AS deferred,
                """ + (dialect.atLeast(15) ? "x.indnullsnotdistinct" : "false") + " AS nulls_not_distinct" + OF_TABLES
                + """
                JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u')
                JOIN pg_index x ON x.indexrelid = k.conindid
                JOIN unnest(k.conkey) WITH ORDINALITY c (number, place) ON true
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.number
                ORDER BY 1, 2, k.contype, k.oid, c.place""";
    }

    private static String foreignKeys() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS table_name, k.conname AS name, a.attname AS column_name,
                    rn.nspname AS referred_schema, r.relname AS referred_table, ra.attname AS referred_column,
                    CASE k.confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                        WHEN 'd' THEN 'set default' END AS on_delete,
                    CASE k.confupdtype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                        WHEN 'd' THEN 'set default' END AS on_update,
                    CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' END AS match_type,
                    k.condeferrable AS deferrable, k.condeferred AS deferred, NOT k.convalidated AS not_valid
                """ + OF_TABLES + """
                JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f' AND k.conparentid = 0
                JOIN pg_class r ON r.oid = k.confrelid
                JOIN pg_namespace rn ON rn.oid = r.relnamespace
                JOIN unnest(k.conkey, k.confkey) WITH ORDINALITY c (number, referred, place) ON true
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.number
                JOIN pg_attribute ra ON ra.attrelid = r.oid AND ra.attnum = c.referred
                ORDER BY 1, 2, k.oid, c.place""";
    }

    private static String exclusions() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS table_name, k.conname AS name,
                    pg_get_indexdef(x.indexrelid, c.place::int, true) AS element, o.oprname AS operator,
                    m.amname AS method, pg_get_expr(x.indpred, x.indrelid) AS condition,
                    k.condeferrable AS deferrable, k.condeferred AS deferred
                """ + OF_TABLES + """
                JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'x'
                JOIN pg_index x ON x.indexrelid = k.conindid
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_am m ON m.oid = i.relam
                JOIN unnest(k.conexclop) WITH ORDINALITY c (number, place) ON true
                JOIN pg_operator o ON o.oid = c.number
                ORDER BY 1, 2, k.oid, c.place""";
    }

    /** Bit 1 of an index column's options is DESC, bit 2 NULLS FIRST (src/include/catalog/pg_index.h). */
    private String indexes() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS table_name, i.relname AS name, x.indisunique AS is_unique,
                    COALESCE(a.attname, pg_get_indexdef(x.indexrelid, p.place, true)) AS part,
                    a.attname IS NULL AS is_expression, p.place > x.indnkeyatts AS is_included,
                    x.indoption[p.place - 1] & 1 = 1 AS is_descending,
                    CASE x.indoption[p.place - 1] & 3 WHEN 1 THEN 'last' WHEN 2 THEN 'first' END AS nulls,
                    pg_get_expr(x.indpred, x.indrelid) AS condition,
                    CASE WHEN m.amname <> 'btree' THEN m.amname END AS method,
                    (SELECT string_agg(regexp_replace(w, '=', ' = '), ', ') FROM unnest(i.reloptions) w) AS option_with, ts.spcname AS option_tablespace,
                    CASE WHEN NOT oc.opcdefault THEN oc.opcname END AS part_option_opclass,
                """
                + (dialect.atLeast(15) ? "CASE WHEN x.indnullsnotdistinct THEN 'true' END" : "NULL")
                + " AS option_nulls_not_distinct"
                + OF_TABLES
                + """
                JOIN pg_index x ON x.indrelid = t.oid
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_am m ON m.oid = i.relam
                JOIN LATERAL generate_series(1, x.indnatts) p (place) ON true
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[p.place - 1]
                    AND x.indkey[p.place - 1] <> 0
                LEFT JOIN pg_opclass oc ON oc.oid = x.indclass[p.place - 1]
                LEFT JOIN pg_tablespace ts ON ts.oid = i.reltablespace
                WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid
                    AND k.conrelid = x.indrelid AND k.contype IN ('p', 'u', 'x'))
                ORDER BY 1, 2, i.oid, p.place""";
    }

    /** Those of identity columns depend internally on their table. */
    private static String sequences() {
        return """
                SELECT n.nspname AS schema_name, t.relname AS name,
                """ + COUNTING + OF_TABLES + """
                JOIN pg_sequence s ON s.seqrelid = t.oid
                WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid
                    AND d.deptype = 'i')
                ORDER BY 1, 2""";
    }
}
