package io.limbeck.it.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads HyperSQL's INFORMATION_SCHEMA. */
final class HsqldbCatalogue implements CatalogueReader {
    private static final String COLUMNS = """
            select 'table ' || c.table_name, c.column_name,
                c.dtd_identifier
                || case c.is_nullable when 'NO' then ' not null' else '' end
                || case c.is_identity when 'YES' then ' identity ' || lower(c.identity_generation) || ' start ' || c.identity_start
                    || ' increment ' || c.identity_increment || ' min ' || c.identity_minimum || ' max ' || c.identity_maximum
                    || case c.identity_cycle when 'YES' then ' cycle' else '' end else '' end
                || case c.is_generated when 'ALWAYS' then ' computed ' || c.generation_expression else '' end
                || coalesce(' default ' || c.column_default, '')
                || coalesce(' comment ''' || nullif(s.remarks, '') || '''', '')
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            join information_schema.system_columns s
                on s.table_schem = c.table_schema and s.table_name = c.table_name and s.column_name = c.column_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""";

    private static final String KEYS = """
            select 'table ' || k.table_name, k.constraint_type, k.constraint_name,
                '(' || (select group_concat(u.column_name order by u.ordinal_position separator ', ')
                    from information_schema.key_column_usage u
                    where u.constraint_schema = k.constraint_schema and u.constraint_name = k.constraint_name) || ')'
                || coalesce((select ' references ' || max(p.table_name) || '('
                    || group_concat(p.column_name order by u.ordinal_position separator ', ') || ')'
                    || ' match ' || lower(max(r.match_option))
                    || ' on delete ' || lower(max(r.delete_rule)) || ' on update ' || lower(max(r.update_rule))
                    from information_schema.referential_constraints r
                    join information_schema.key_column_usage u
                        on u.constraint_schema = r.constraint_schema and u.constraint_name = r.constraint_name
                    join information_schema.key_column_usage p
                        on p.constraint_schema = r.unique_constraint_schema and p.constraint_name = r.unique_constraint_name
                            and p.ordinal_position = u.position_in_unique_constraint
                    where r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name), '')
            from information_schema.table_constraints k
            where k.table_schema = current_schema and k.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')""";

    /** NOT NULL is a check of the database's own making, and told with its column. */
    private static final String CHECKS = """
            select 'table ' || k.table_name, k.constraint_type, k.constraint_name, c.check_clause
            from information_schema.table_constraints k
            join information_schema.check_constraints c
                on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name
            where k.table_schema = current_schema and k.constraint_type = 'CHECK'
                and not (k.constraint_name like 'SYS_CT_%' and c.check_clause like '% IS NOT NULL')""";

    private static final String INDEXES = """
            select 'table ' || i.table_name, i.index_name, case when min(case when i.non_unique then 1 else 0 end) = 0
                then 'unique ' else '' end
                || '(' || group_concat(i.column_name || case i.asc_or_desc when 'D' then ' desc' else '' end
                    order by i.ordinal_position separator ', ') || ')'
            from information_schema.system_indexinfo i
            where i.table_schem = current_schema and i.index_name not like 'SYS_IDX_%'
                and i.index_name not in (select k.constraint_name from information_schema.table_constraints k
                    where k.table_schema = i.table_schem)
            group by i.table_name, i.index_name""";

    private static final String VIEWS = """
            select 'view ' || v.table_name, v.view_definition from information_schema.views v
            where v.table_schema = current_schema""";

    private static final String SEQUENCES = """
            select 'sequence ' || s.sequence_name, s.data_type || ' start ' || s.start_with || ' increment ' || s.increment
                || ' min ' || s.minimum_value || ' max ' || s.maximum_value
                || case s.cycle_option when 'YES' then ' cycle' else '' end
            from information_schema.sequences s where s.sequence_schema = current_schema""";

    private static final String COMMENTS = """
            select 'table ' || t.table_name, '''' || t.remarks || '''' from information_schema.system_tables t
            where t.table_schem = current_schema and t.table_type = 'TABLE' and nullif(t.remarks, '') is not null""";

    private static final InformationSchema QUESTIONS = new InformationSchema(
            COLUMNS, List.of(KEYS, CHECKS), INDEXES, List.of(VIEWS, SEQUENCES), COMMENTS, "SYS_[A-Z]+_[0-9]+");

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        return QUESTIONS.read(connection);
    }
}
