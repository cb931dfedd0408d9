package io.limbeck.inspect;

import io.limbeck.catalogue.Answers;
import io.limbeck.catalogue.Assembly;
import io.limbeck.catalogue.Question;
import io.limbeck.catalogue.Row;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a live database as a schema state, by one query for each kind of thing. */
public final class Inspection {

    private static final Pattern PLACE = Pattern.compile("\\{(schemas|current)}");

    private final Connection connection;
    private final Dialect dialect;

    public Inspection(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * The schema state of the connection's current schema, whose objects bear none, and of others, whose objects bear
     * theirs; if the current one is among those, it is one of them.
     *
     * @param others names as scripts write them; what is not there is left out
     * @param without tables that are left out
     * @throws LimbeckException where the catalogue cannot be read
     */
    public Schema schema(Collection<String> others, Collection<Name> without) {
        try {
            DatabaseMetaData data = connection.getMetaData();
            boolean inCatalogs = !data.supportsSchemasInTableDefinitions() && data.supportsCatalogsInTableDefinitions();
            String current = current(inCatalogs);
            CatalogueNames names = new CatalogueNames(dialect, data);
            List<String> named = new ArrayList<>();
            for (String other : others) {
                named.add(names.stored(other));
            }
            boolean isNamed = current != null && named.contains(current);
            List<String> asked = new ArrayList<>(named);
            if (!isNamed) {
                asked.add(0, current);
            }
            MetadataAnswers metadata = new MetadataAnswers(data, inCatalogs, asked);
            Answers meant = dialect.catalogue().meant(answers(asked, current, metadata));
            Answers own = meant.with(
                    Question.SCHEMAS,
                    meant.to(Question.SCHEMAS).stream()
                            .filter(row -> named.contains(row.required("name")))
                            .toList());
            return new Assembly(dialect, own, isNamed ? null : current).schema(without);
        } catch (SQLException unreadable) {
            throw LimbeckException.setup(
                    Problem.of("connection", "the catalogue cannot be read: " + unreadable.getMessage(), null),
                    unreadable);
        }
    }

    private String current(boolean inCatalogs) throws SQLException {
        Optional<String> query = dialect.catalogue().currentSchema();
        if (query.isEmpty()) {
            return inCatalogs ? connection.getCatalog() : connection.getSchema();
        }
        try (Statement asked = connection.createStatement();
                ResultSet row = asked.executeQuery(query.get())) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private Answers answers(List<String> schemas, String current, MetadataAnswers metadata) throws SQLException {
        Map<Question, List<Row>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Optional<String> query = dialect.catalogue().query(question, new Answers(answers));
            answers.put(
                    question, query.isPresent() ? rows(query.get(), schemas, current) : metadata.to(question, answers));
        }
        Answers told = new Answers(answers);
        Optional<String> further = dialect.catalogue().further(told);
        return further.isPresent() ? told.with(rows(further.get(), schemas, current)) : told;
    }

    private List<Row> rows(String query, List<String> schemas, String current) throws SQLException {
        List<String> parameters = new ArrayList<>();
        String sql = PLACE.matcher(query).replaceAll(place -> {
            List<String> values = place.group(1).equals("current") ? Collections.singletonList(current) : schemas;
            parameters.addAll(values);
            return Matcher.quoteReplacement(String.join(", ", Collections.nCopies(values.size(), "?")));
        });
        try (PreparedStatement asked = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                asked.setString(i + 1, parameters.get(i));
            }
            try (ResultSet found = asked.executeQuery()) {
                return rows(found);
            }
        }
    }

    private static List<Row> rows(ResultSet found) throws SQLException {
        ResultSetMetaData labels = found.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (found.next()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i <= labels.getColumnCount(); i++) {
                String value = found.getString(i);
                if (value != null) {
                    values.put(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
                }
            }
            rows.add(new Row(values));
        }
        return rows;
    }
}
