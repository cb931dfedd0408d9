package io.limbeck.it.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads H2's INFORMATION_SCHEMA. */
final class H2Catalogue implements CatalogueReader {
    private static final String COLUMNS = """
            select 'table ' || c.table_name, c.column_name,
                case
                    when c.data_type in ('CHARACTER', 'CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'BINARY', 'BINARY VARYING',
                        'BINARY LARGE OBJECT') then c.data_type || '(' || c.character_maximum_length || ')'
                    when c.data_type = 'NUMERIC' then c.declared_data_type || '(' || c.declared_numeric_precision
                        || coalesce(', ' || c.declared_numeric_scale, '') || ')'
                    when c.data_type like 'TIME%' then c.data_type || '(' || c.datetime_precision || ')'
                    when c.data_type = 'ENUM' then 'ENUM(' || (select listagg('''' || e.value_name || '''', ', ')
                        within group (order by e.value_ordinal) from information_schema.enum_values e
                        where e.object_schema = c.table_schema and e.object_name = c.table_name
                            and e.enum_identifier = c.dtd_identifier) || ')'
                    else c.data_type
                end
                || case c.is_nullable when 'NO' then ' not null' else '' end
                || case c.is_identity when 'YES' then ' identity ' || lower(c.identity_generation) || ' start ' || c.identity_start
                    || ' increment ' || c.identity_increment || ' min ' || c.identity_minimum || ' max ' || c.identity_maximum
                    || case c.identity_cycle when 'YES' then ' cycle' else '' end else '' end
                || case c.is_generated when 'ALWAYS' then ' computed ' || c.generation_expression else '' end
                || coalesce(' default ' || c.column_default, '')
                || coalesce(' comment ''' || c.remarks || '''', '')
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = schema() and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""";

    private static final String KEYS = """
            select 'table ' || k.table_name, k.constraint_type, k.constraint_name,
                '(' || (select listagg(u.column_name, ', ') within group (order by u.ordinal_position)
                    from information_schema.key_column_usage u
                    where u.constraint_schema = k.constraint_schema and u.constraint_name = k.constraint_name) || ')'
                || coalesce((select ' references ' || max(p.table_name) || '('
                    || listagg(p.column_name, ', ') within group (order by u.ordinal_position) || ')'
                    || ' on delete ' || lower(max(r.delete_rule)) || ' on update ' || lower(max(r.update_rule))
                    from information_schema.referential_constraints r
                    join information_schema.key_column_usage u
                        on u.constraint_schema = r.constraint_schema and u.constraint_name = r.constraint_name
                    join information_schema.key_column_usage p
                        on p.constraint_schema = r.unique_constraint_schema and p.constraint_name = r.unique_constraint_name
                            and p.ordinal_position = u.position_in_unique_constraint
                    where r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
                    having count(*) > 0), '')
            from information_schema.table_constraints k
            where k.table_schema = schema() and k.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')""";

    private static final String CHECKS = """
            select 'table ' || k.table_name, k.constraint_type, k.constraint_name, c.check_clause
            from information_schema.table_constraints k
            join information_schema.check_constraints c
                on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name
            where k.table_schema = schema() and k.constraint_type = 'CHECK'""";

    private static final String INDEXES = """
            select 'table ' || i.table_name, i.index_name, case when i.index_type_name like 'UNIQUE%' then 'unique ' else '' end
                || '(' || (select listagg(c.column_name || lower(case c.ordering_specification when 'DESC' then ' desc' else '' end)
                    || coalesce(' nulls ' || lower(c.null_ordering), ''), ', ') within group (order by c.ordinal_position)
                    from information_schema.index_columns c
                    where c.index_schema = i.index_schema and c.index_name = i.index_name) || ')'
            from information_schema.indexes i
            where i.table_schema = schema() and not i.is_generated""";

    private static final String VIEWS = """
            select 'view ' || v.table_name, coalesce(v.view_definition, '') from information_schema.views v where v.table_schema = schema()""";

    private static final String SEQUENCES = """
            select 'sequence ' || s.sequence_name, s.data_type || ' start ' || s.start_value || ' increment ' || s.increment
                || ' min ' || s.minimum_value || ' max ' || s.maximum_value || coalesce(' cache ' || s.cache, '')
                || case s.cycle_option when 'YES' then ' cycle' else '' end
            from information_schema.sequences s where s.sequence_schema = schema()""";

    private static final String COMMENTS = """
            select case t.table_type when 'VIEW' then 'view ' else 'table ' end || t.table_name, '''' || t.remarks || ''''
            from information_schema.tables t where t.table_schema = schema() and t.remarks is not null""";

    private static final InformationSchema QUESTIONS = new InformationSchema(
            COLUMNS,
            List.of(KEYS, CHECKS),
            INDEXES,
            List.of(VIEWS, SEQUENCES),
            COMMENTS,
            "CONSTRAINT_[0-9A-F]+(_[0-9]+)?");

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        return QUESTIONS.read(connection);
    }
}
