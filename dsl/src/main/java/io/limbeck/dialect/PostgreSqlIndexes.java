package io.limbeck.dialect;

import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Schema.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's indexes. A foreign key depends on one unique index of the columns that it refers to, be there others as
 * well, and nobody chooses which (https://www.postgresql.org/docs/current/sql-createtable.html, "REFERENCES").
 */
final class PostgreSqlIndexes {

    private final PostgreSql postgresql;

    PostgreSqlIndexes(PostgreSql postgresql) {
        this.postgresql = postgresql;
    }

    /** The foreign keys that may depend on the index go before it, and come back on what else is unique there. */
    List<String> dropIndex(DropIndex operation, Schema before) {
        Optional<Index> index = before.known(operation.table()).flatMap(table -> table.index(operation.index()));
        List<Reference> resting = before.references(operation.table())
                .filter(reference ->
                        index.filter(found -> serves(found, reference)).isPresent())
                .toList();
        Steps steps = new Steps(postgresql, before);
        resting.forEach(reference ->
                steps.then(new DropConstraint(reference.table(), reference.key().name(), false, false)));
        steps.then(operation.standardSql(postgresql, steps.state())).meaning(operation::apply);
        resting.forEach(reference -> steps.then(new AddConstraint(reference.table(), reference.key())));
        return steps.statements();
    }

    private static boolean serves(Index index, Reference reference) {
        List<String> columns = index.parts().stream().map(IndexPart::text).toList();
        return index.unique()
                && index.where().isEmpty()
                && Set.copyOf(columns).equals(Set.copyOf(reference.key().referredColumns()));
    }
}
