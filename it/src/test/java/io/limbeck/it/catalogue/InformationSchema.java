package io.limbeck.it.catalogue;

import static io.limbeck.it.catalogue.CatalogueReader.query;

import io.limbeck.it.catalogue.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Questions to a standard INFORMATION_SCHEMA.
 *
 * @param columns owner, name and definition
 * @param constraints owner, kind, name and definition
 * @param indexes owner, name and definition
 * @param definitions owner and definition
 * @param comments owner and text
 * @param generatedName the pattern of constraints' names that the database makes up
 */
record InformationSchema(
        String columns,
        List<String> constraints,
        String indexes,
        List<String> definitions,
        String comments,
        String generatedName) {

    List<Fact> read(Connection connection) throws SQLException {
        var facts = new ArrayList<Fact>();
        facts.addAll(
                query(connection, columns, row -> Fact.column(row.getString(1), row.getString(2), row.getString(3))));
        for (var question : constraints) {
            facts.addAll(query(
                    connection,
                    question,
                    row -> new Fact(
                            row.getString(1),
                            kind(row.getString(2)),
                            row.getString(3),
                            row.getString(3).matches(generatedName),
                            row.getString(4))));
        }
        facts.addAll(query(
                connection,
                indexes,
                row -> new Fact(row.getString(1), Kind.INDEX, row.getString(2), false, row.getString(3))));
        for (var question : definitions) {
            facts.addAll(
                    query(connection, question, row -> new Fact(row.getString(1), Kind.DEFINITION, row.getString(2))));
        }
        facts.addAll(query(connection, comments, row -> new Fact(row.getString(1), Kind.COMMENT, row.getString(2))));
        return facts;
    }

    private static Kind kind(String constraintType) {
        return Kind.valueOf(constraintType.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
