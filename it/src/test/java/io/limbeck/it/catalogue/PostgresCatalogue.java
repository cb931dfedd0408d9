package io.limbeck.it.catalogue;

import static io.limbeck.it.catalogue.CatalogueReader.query;

import io.limbeck.it.catalogue.Fact.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads PostgreSQL's pg_catalog, letting its own functions word constraints, indexes and views. */
final class PostgresCatalogue implements CatalogueReader {
    private static final String COLUMNS = """
            select 'table ' || c.relname, a.attname,
                format_type(a.atttypid, a.atttypmod)
                || case when a.attcollation not in (0, t.typcollation) then ' collate ' || l.collname else '' end
                || case when a.attnotnull then ' not null' else '' end
                || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end
                || coalesce(' start ' || s.seqstart || ' increment ' || s.seqincrement || ' min ' || s.seqmin
                    || ' max ' || s.seqmax || ' cache ' || s.seqcache || case when s.seqcycle then ' cycle' else '' end, '')
                || case a.attgenerated when '' then coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                    else ' computed ' || pg_get_expr(d.adbin, d.adrelid) end
                || coalesce(' comment ' || quote_literal(col_description(c.oid, a.attnum)), '')
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            left join pg_collation l on l.oid = a.attcollation
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            left join pg_depend i on i.refobjid = c.oid and i.refobjsubid = a.attnum and i.deptype = 'i'
                and i.refclassid = 'pg_class'::regclass and i.classid = 'pg_class'::regclass
            left join pg_sequence s on s.seqrelid = i.objid
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind in ('r', 'p')
            order by c.relname, a.attnum""";

    private static final String CONSTRAINTS = """
            select 'table ' || c.relname, k.contype, k.conname, pg_get_constraintdef(k.oid),
                k.conname ~ ('^' || left(c.relname, 20) || '.*_(pkey|key|fkey|check|excl)[0-9]*$')
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace and k.contype in ('p', 'u', 'f', 'c', 'x')""";

    private static final String INDEXES = """
            select 'table ' || c.relname, i.relname, pg_get_indexdef(x.indexrelid)
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class c on c.oid = x.indrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace
                and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))""";

    private static final String SEQUENCES = """
            select 'sequence ' || c.relname, format_type(s.seqtypid, null) || ' start ' || s.seqstart || ' increment '
                || s.seqincrement || ' min ' || s.seqmin || ' max ' || s.seqmax || ' cache ' || s.seqcache
                || case when s.seqcycle then ' cycle' else '' end
            from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            where c.relnamespace = quote_ident(current_schema())::regnamespace
                and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'i')""";

    private static final String ENUMS = """
            select 'enum ' || t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
            from pg_type t
            join pg_enum e on e.enumtypid = t.oid
            where t.typnamespace = quote_ident(current_schema())::regnamespace
            group by t.typname""";

    private static final String VIEWS = """
            select case c.relkind when 'v' then 'view ' else 'materialized view ' end || c.relname, pg_get_viewdef(c.oid)
            from pg_class c
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind in ('v', 'm')""";

    private static final String COMMENTS = """
            select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' else 'table ' end || c.relname,
                quote_literal(obj_description(c.oid, 'pg_class'))
            from pg_class c
            where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                and obj_description(c.oid, 'pg_class') is not null""";

    private static final Map<String, Kind> CONSTRAINT_KINDS =
            Map.of("p", Kind.PRIMARY_KEY, "u", Kind.UNIQUE, "f", Kind.FOREIGN_KEY, "c", Kind.CHECK, "x", Kind.EXCLUDE);

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        var facts = new ArrayList<Fact>();
        facts.addAll(
                query(connection, COLUMNS, row -> Fact.column(row.getString(1), row.getString(2), row.getString(3))));
        facts.addAll(query(connection, CONSTRAINTS, PostgresCatalogue::constraint));
        facts.addAll(query(
                connection,
                INDEXES,
                row -> new Fact(
                        row.getString(1), Kind.INDEX, row.getString(2), false, withoutNames(row.getString(3)))));
        for (var definitions : List.of(SEQUENCES, ENUMS, VIEWS)) {
            facts.addAll(query(
                    connection, definitions, row -> new Fact(row.getString(1), Kind.DEFINITION, row.getString(2))));
        }
        facts.addAll(query(connection, COMMENTS, row -> new Fact(row.getString(1), Kind.COMMENT, row.getString(2))));
        return facts;
    }

    /** PostgreSQL words a constraint with its kind in front: {@code PRIMARY KEY (id)}. */
    private static Fact constraint(ResultSet row) throws SQLException {
        var kind = CONSTRAINT_KINDS.get(row.getString(2));
        var text = row.getString(4).substring(kind.toString().length());
        return new Fact(row.getString(1), kind, row.getString(3), row.getBoolean(5), text);
    }

    /** {@code CREATE UNIQUE INDEX name ON schema.t USING btree (a)} becomes {@code UNIQUE btree (a)}. */
    private static String withoutNames(String definition) {
        var unique = definition.startsWith("CREATE UNIQUE") ? "UNIQUE " : "";
        return unique + definition.substring(definition.indexOf(" USING ") + " USING ".length());
    }
}
