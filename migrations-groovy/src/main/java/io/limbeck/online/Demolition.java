package io.limbeck.online;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.DropSequence;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Feature;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Drops everything in the current schema: what hangs on something else is tried again when that is gone. */
public final class Demolition {

    private final Connection connection;
    private final Dialect dialect;
    private final DatabaseMetaData data;
    private final String quote;
    private final String catalogue;
    private final String schema;
    private final List<String> dropped = new ArrayList<>();

    public Demolition(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.data = connection.getMetaData();
        this.quote = data.getIdentifierQuoteString().strip();
        boolean inCatalogues = data.supportsCatalogsInTableDefinitions() && !data.supportsSchemasInTableDefinitions();
        this.catalogue = inCatalogues ? connection.getCatalog() : null;
        this.schema = inCatalogues ? null : connection.getSchema();
    }

    /** The schema, or the database where that is the same. */
    public String place() {
        return hasPlace() ? Objects.requireNonNullElse(schema, catalogue) : "the database";
    }

    private boolean hasPlace() {
        return schema != null || catalogue != null;
    }

    /** The statements that were run, in order. */
    public List<String> dropped() {
        return List.copyOf(dropped);
    }

    /**
     * Drops all but one table.
     *
     * @param kept the table that stays for now
     * @return what could not be dropped, each with the reason
     */
    public Map<String, String> dropAllBut(String kept) throws SQLException {
        Map<String, String> left = new LinkedHashMap<>();
        List<Relation> relations = relations().stream()
                .filter(relation -> !dialect.scriptName(relation.name()).equals(kept))
                .toList();
        left.putAll(drop(keys(relations)));
        left.putAll(drop(relations.stream().map(Relation::drop).toList()));
        left.keySet().removeIf(statement -> statement.startsWith("ALTER"));
        left.putAll(drop(sequences()));
        for (String query : dialect.server().cleaning()) {
            left.putAll(drop(answers(query)));
        }
        return left;
    }

    /** Drops one table. */
    public Map<String, String> drop(String table) throws SQLException {
        return drop(relations().stream()
                .filter(relation -> dialect.scriptName(relation.name()).equals(table))
                .map(Relation::drop)
                .toList());
    }

    /** A table or a view, by its name in the catalogue. */
    private record Relation(String name, String drop) {}

    private List<Relation> relations() throws SQLException {
        List<Relation> views = new ArrayList<>();
        List<Relation> tables = new ArrayList<>();
        try (ResultSet row = data.getTables(catalogue, schema, null, null)) {
            while (row.next()) {
                String type = row.getString("TABLE_TYPE");
                String name = row.getString("TABLE_NAME");
                String place = row.getString(catalogue == null ? "TABLE_SCHEM" : "TABLE_CAT");
                if (place != null && hasPlace() && !place().equals(place)) {
                    continue;
                }
                if (type.endsWith("VIEW")) {
                    views.add(new Relation(name, "DROP " + type + " " + qualified(name)));
                } else if (type.endsWith("TABLE") && !type.startsWith("SYSTEM")) {
                    tables.add(new Relation(name, "DROP TABLE " + qualified(name)));
                }
            }
        }
        views.addAll(tables);
        return views;
    }

    private Set<String> keys(List<Relation> relations) throws SQLException {
        Set<String> drops = new LinkedHashSet<>();
        for (Relation relation : relations) {
            try (ResultSet row = data.getImportedKeys(catalogue, schema, relation.name())) {
                while (row.next()) {
                    String key = row.getString("FK_NAME");
                    if (key != null) {
                        drops.add("ALTER TABLE " + qualified(relation.name()) + " DROP "
                                + (catalogue == null ? "CONSTRAINT " : "FOREIGN KEY ") + quoted(key));
                    }
                }
            }
        }
        return drops;
    }

    private List<String> sequences() throws SQLException {
        Optional<String> query = dialect.supports(Feature.SEQUENCES)
                ? dialect.server().catalogueNames(Part.Kind.SEQUENCE)
                : Optional.empty();
        List<String> drops = new ArrayList<>();
        if (query.isPresent()) {
            for (String name : answers(query.get())) {
                Name own = Name.of(dialect.scriptName(name));
                drops.addAll(dialect.render(new DropSequence(own, false), Schema.EMPTY));
            }
        }
        return drops;
    }

    private List<String> answers(String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, place());
            List<String> answers = new ArrayList<>();
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    answers.add(row.getString(1));
                }
            }
            return answers;
        }
    }

    /** Runs the statements, those that fail again and again until no other one helps. */
    private Map<String, String> drop(Iterable<String> statements) throws SQLException {
        List<String> waiting = new ArrayList<>();
        statements.forEach(waiting::add);
        Map<String, String> refused = new LinkedHashMap<>();
        int before;
        do {
            before = waiting.size();
            refused.clear();
            for (String sql : List.copyOf(waiting)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                    dropped.add(sql);
                    waiting.remove(sql);
                } catch (SQLException inTheWay) {
                    refused.put(sql, inTheWay.getMessage());
                }
            }
        } while (!waiting.isEmpty() && waiting.size() < before);
        return refused;
    }

    private String qualified(String name) {
        return hasPlace() ? quoted(place()) + "." + quoted(name) : quoted(name);
    }

    private String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
