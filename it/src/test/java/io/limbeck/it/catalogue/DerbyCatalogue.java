package io.limbeck.it.catalogue;

import static io.limbeck.it.catalogue.CatalogueReader.query;

import io.limbeck.it.catalogue.Fact.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.derby.catalog.IndexDescriptor;

/** Reads Derby's SYS tables; its index descriptors are Java objects, which only Derby's own classes can take apart. */
final class DerbyCatalogue implements CatalogueReader {
    private static final String IN_SCHEMA =
            " join sys.sysschemas s on s.schemaid = t.schemaid and s.schemaname = current schema";

    private static final String COLUMNS = """
            select t.tablename, c.columnname, c.columndatatype, c.columndefault, c.autoincrementstart, c.autoincrementinc,
                c.autoincrementcycle
            from sys.syscolumns c
            join sys.systables t on t.tableid = c.referenceid and t.tabletype = 'T'
            """ + IN_SCHEMA + " order by t.tablename, c.columnnumber";

    private static final String KEYS = """
            select t.tablename, k.type, k.constraintname, k.state, g.descriptor, r.descriptor as referenced,
                rt.tablename as referenced_table, f.deleterule, f.updaterule
            from sys.sysconstraints k
            join sys.systables t on t.tableid = k.tableid
            left join sys.syskeys y on y.constraintid = k.constraintid
            left join sys.sysforeignkeys f on f.constraintid = k.constraintid
            left join sys.syskeys ry on ry.constraintid = f.keyconstraintid
            join sys.sysconglomerates g on g.conglomerateid = coalesce(y.conglomerateid, f.conglomerateid)
            left join sys.sysconglomerates r on r.conglomerateid = ry.conglomerateid
            left join sys.systables rt on rt.tableid = r.tableid
            """ + IN_SCHEMA;

    private static final String CHECKS = """
            select t.tablename, k.constraintname, c.checkdefinition
            from sys.sysconstraints k
            join sys.syschecks c on c.constraintid = k.constraintid
            join sys.systables t on t.tableid = k.tableid
            """ + IN_SCHEMA;

    private static final String INDEXES = """
            select t.tablename, g.conglomeratename, g.descriptor
            from sys.sysconglomerates g
            join sys.systables t on t.tableid = g.tableid
            """ + IN_SCHEMA + " where g.isindex and not g.isconstraint";

    private static final String VIEWS = """
            select t.tablename, v.viewdefinition
            from sys.sysviews v
            join sys.systables t on t.tableid = v.tableid
            """ + IN_SCHEMA;

    private static final String SEQUENCES = """
            select t.sequencename, t.sequencedatatype, t.startvalue, t.minimumvalue, t.maximumvalue, t.increment, t.cycleoption
            from sys.syssequences t
            """ + IN_SCHEMA + " where t.sequencename not like 'BUILTIN_SEQ%'";

    private static final Map<String, String> RULES =
            Map.of("R", "no action", "S", "restrict", "C", "cascade", "U", "set null", "D", "set default");

    private static final Map<String, Kind> KEY_KINDS =
            Map.of("P", Kind.PRIMARY_KEY, "U", Kind.UNIQUE, "F", Kind.FOREIGN_KEY);

    /** The columns of each table, in its order. */
    private final Map<String, List<String>> columns = new HashMap<>();

    @Override
    public List<Fact> read(Connection connection) throws SQLException {
        var facts = new ArrayList<Fact>(query(connection, COLUMNS, this::column));
        facts.addAll(query(connection, KEYS, this::key));
        facts.addAll(query(
                connection,
                CHECKS,
                row -> new Fact(
                        table(row), Kind.CHECK, row.getString(2), isGenerated(row.getString(2)), row.getString(3))));
        facts.addAll(query(
                connection,
                INDEXES,
                row -> new Fact(
                        table(row),
                        Kind.INDEX,
                        row.getString(2),
                        isGenerated(row.getString(2)),
                        indexed(row.getString(1), descriptor(row, 3), true))));
        facts.addAll(query(
                connection, VIEWS, row -> new Fact("view " + row.getString(1), Kind.DEFINITION, row.getString(2))));
        facts.addAll(query(
                connection,
                SEQUENCES,
                row -> new Fact(
                        "sequence " + row.getString(1),
                        Kind.DEFINITION,
                        "%s start %s min %s max %s increment %s%s"
                                .formatted(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        "Y".equals(row.getString(7)) ? " cycle" : ""))));
        return facts;
    }

    private Fact column(ResultSet row) throws SQLException {
        columns.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(row.getString(2));
        var type = row.getObject(3).toString();
        var value = row.getObject(4);
        var increment = row.getObject(6);
        var rest = increment != null
                ? " identity " + (value == null ? "always" : "by default") + " start " + row.getString(5)
                        + " increment " + increment + (row.getBoolean(7) ? " cycle" : "")
                : value == null ? "" : " default " + value;
        return Fact.column(table(row), row.getString(2), type + rest);
    }

    private Fact key(ResultSet row) throws SQLException {
        var kind = KEY_KINDS.get(row.getString("type"));
        var text = indexed(row.getString(1), descriptor(row, 5), false);
        if (kind == Kind.FOREIGN_KEY) {
            var referenced = row.getString("referenced_table");
            text += " references " + referenced + indexed(referenced, descriptor(row, 6), false) + " on delete "
                    + RULES.get(row.getString("deleterule")) + " on update " + RULES.get(row.getString("updaterule"));
        }
        var state = row.getString("state");
        var name = row.getString("constraintname");
        return new Fact(table(row), kind, name, isGenerated(name), "E".equals(state) ? text : text + " state " + state);
    }

    private String indexed(String table, IndexDescriptor descriptor, boolean isIndex) {
        var positions = descriptor.baseColumnPositions();
        var names = new ArrayList<String>();
        for (var i = 0; i < positions.length; i++) {
            var known = columns.getOrDefault(table, List.of());
            var name = known.isEmpty() ? "column " + positions[i] : known.get(positions[i] - 1);
            names.add(isIndex && descriptor.isDescending(i + 1) ? name + " desc" : name);
        }
        return (isIndex && descriptor.isUnique() ? "unique " : "") + "(" + String.join(", ", names) + ")";
    }

    private static IndexDescriptor descriptor(ResultSet row, int column) throws SQLException {
        return (IndexDescriptor) row.getObject(column);
    }

    private static String table(ResultSet row) throws SQLException {
        return "table " + row.getString(1);
    }

    /** Derby's own names look like {@code SQL0000000085-2c864112-01a2-05bc-f85c-000017609698}. */
    private static boolean isGenerated(String name) {
        return name.matches("SQL\\d{10,}-.*");
    }
}
