package io.limbeck.it.catalogue;

import static io.limbeck.it.catalogue.CatalogueReader.query;

import io.limbeck.it.catalogue.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the INFORMATION_SCHEMA of MariaDB and MySQL. */
final class InnoDbCatalogue implements CatalogueReader {
    private static final String COLUMNS = """
            select concat(if(t.table_type = 'SEQUENCE', 'sequence ', 'table '), c.table_name), c.column_name,
                concat(c.column_type,
                    if(c.collation_name is null or c.collation_name = t.table_collation, '', concat(' collate ', c.collation_name)),
                    if(c.is_nullable = 'NO', ' not null', ''),
                    if(c.generation_expression is null or c.generation_expression = '', '',
                        concat(' computed ', c.generation_expression)),
                    if(c.column_default is null, '', concat(' default ', c.column_default)),
                    if(c.extra = '', '', concat(' ', lower(c.extra))),
                    if(c.column_comment = '', '', concat(' comment ', quote(c.column_comment))))
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = database() and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""";

    private static final String KEYS = """
            select concat('table ', k.table_name), k.constraint_name,
                concat('(', group_concat(u.column_name order by u.ordinal_position separator ', '), ')',
                    ' references ', if(max(u.referenced_table_schema) = database(), '',
                        concat(max(u.referenced_table_schema), '.')), max(u.referenced_table_name),
                    '(', group_concat(u.referenced_column_name order by u.ordinal_position separator ', '), ')',
                    ' on delete ', lower(max(k.delete_rule)), ' on update ', lower(max(k.update_rule)))
            from information_schema.referential_constraints k
            join information_schema.key_column_usage u on u.constraint_schema = k.constraint_schema
                and u.constraint_name = k.constraint_name and u.table_name = k.table_name
            where k.constraint_schema = database()
            group by k.table_name, k.constraint_name""";

    private static final String INDEXES = """
            select concat('table ', s.table_name), s.index_name, s.non_unique,
                concat('(', group_concat(concat(coalesce(s.column_name, %s),
                        if(s.sub_part is null, '', concat('(', s.sub_part, ')')), if(s.collation = 'D', ' desc', ''))
                    order by s.seq_in_index separator ', '), ')', if(s.index_type = 'BTREE', '', concat(' ', lower(s.index_type))))
            from information_schema.statistics s
            where s.table_schema = database()
            group by s.table_name, s.index_name, s.non_unique, s.index_type""";

    private static final String VIEWS = """
            select concat('view ', v.table_name), v.view_definition
            from information_schema.views v where v.table_schema = database()""";

    private static final String COMMENTS = """
            select concat('table ', t.table_name), quote(t.table_comment)
            from information_schema.tables t
            where t.table_schema = database() and t.table_type = 'BASE TABLE' and t.table_comment <> ''""";

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        var maria = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        try (var statement = connection.createStatement()) {
            statement.execute("set session group_concat_max_len = 100000");
            if (!maria) {
                statement.execute("set session information_schema_stats_expiry = 0");
            }
        }
        var current =
                query(connection, "select database()", row -> row.getString(1)).get(0);
        var facts = new ArrayList<Fact>();
        facts.addAll(
                query(connection, COLUMNS, row -> Fact.column(row.getString(1), row.getString(2), row.getString(3))));
        facts.addAll(query(
                connection,
                KEYS,
                row -> new Fact(
                        row.getString(1),
                        Kind.FOREIGN_KEY,
                        row.getString(2),
                        row.getString(2).matches(".*_ibfk_[0-9]+|[0-9]+"),
                        row.getString(3))));
        facts.addAll(query(
                connection,
                INDEXES.formatted(maria ? "'?'" : "s.expression"),
                row -> index(row.getString(1), row.getString(2), row.getInt(3) == 0, row.getString(4))));
        facts.addAll(query(
                connection,
                checks(maria),
                row -> new Fact(
                        row.getString(1),
                        Kind.CHECK,
                        row.getString(2),
                        row.getString(2).matches(".*_chk_[0-9]+|CONSTRAINT_[0-9]+"),
                        row.getString(3))));
        facts.addAll(query(
                connection,
                VIEWS,
                row -> new Fact(
                        row.getString(1), Kind.DEFINITION, row.getString(2).replace("`" + current + "`.", ""))));
        facts.addAll(query(connection, COMMENTS, row -> new Fact(row.getString(1), Kind.COMMENT, row.getString(2))));
        if (maria) {
            facts.addAll(sequences(connection));
        }
        return facts;
    }

    /** A primary key has no name of its own; a unique constraint and a unique index are one. */
    private static Fact index(String object, String name, boolean unique, String text) {
        if (name.equals("PRIMARY")) {
            return new Fact(object, Kind.PRIMARY_KEY, text);
        }
        return new Fact(object, unique ? Kind.UNIQUE : Kind.INDEX, name, false, text);
    }

    /**
     * MariaDB tells a json column's own check as if somebody had asked for it; MySQL writes a negative number now with
     * parentheses and now without.
     */
    private static String checks(boolean maria) {
        return maria ? """
                        select concat('table ', k.table_name), k.constraint_name, k.check_clause
                        from information_schema.check_constraints k where k.constraint_schema = database()
                            and k.level = 'Table'""" : """
                        select concat('table ', t.table_name), k.constraint_name,
                            regexp_replace(k.check_clause, '-\\\\(([0-9.]+)\\\\)', '-$1')
                        from information_schema.check_constraints k
                        join information_schema.table_constraints t on t.constraint_schema = k.constraint_schema
                            and t.constraint_name = k.constraint_name and t.constraint_type = 'CHECK'
                        where k.constraint_schema = database()""";
    }

    /** A sequence is a table of one row that says all about it. */
    private static List<Fact> sequences(Connection connection) throws SQLException {
        var facts = new ArrayList<Fact>();
        var names = query(
                connection,
                "select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'SEQUENCE'",
                row -> row.getString(1));
        for (var name : names) {
            facts.addAll(query(
                    connection,
                    "select concat('start ', start_value, ' increment ', increment, ' min ', minimum_value, ' max ',"
                            + " maximum_value, ' cache ', cache_size, if(cycle_option, ' cycle', '')) from `"
                            + name + "`",
                    row -> new Fact("sequence " + name, Kind.DEFINITION, row.getString(1))));
        }
        return facts;
    }
}
