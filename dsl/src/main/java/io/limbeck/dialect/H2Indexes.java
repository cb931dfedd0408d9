package io.limbeck.dialect;

import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Schema.Reference;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * H2's indexes. A key that is added takes an index that is there already for its own, and H2 drops no index of a key
 * (error 90085, https://h2database.com/javadoc/org/h2/api/ErrorCode.html#c90085).
 */
final class H2Indexes {

    private final H2 h2;

    H2Indexes(H2 h2) {
        this.h2 = h2;
    }

    /** The keys that may have taken the index go before it, and come back with indexes of their own. */
    List<String> dropIndex(DropIndex operation, Schema before) {
        Optional<Table> table = before.known(operation.table());
        Optional<Index> index = table.flatMap(known -> known.index(operation.index()));
        List<Constraint> takers = index.isEmpty()
                ? List.of()
                : table.orElseThrow().constraints().stream()
                        .filter(key -> takes(key, index.get()))
                        .toList();
        Steps steps = new Steps(h2, before);
        List<Reference> resting = takers.stream()
                .flatMap(key -> before.resting(operation.table(), key).stream())
                .filter(reference -> !takers.contains(reference.key()))
                .distinct()
                .toList();
        resting.forEach(reference ->
                steps.then(new DropConstraint(reference.table(), reference.key().name(), false, false)));
        takers.forEach(key -> steps.then(new DropConstraint(operation.table(), key.name(), false, false)));
        steps.then(operation.standardSql(h2, steps.state())).meaning(operation::apply);
        takers.forEach(key -> steps.then(new AddConstraint(operation.table(), key)));
        resting.forEach(reference -> steps.then(new AddConstraint(reference.table(), reference.key())));
        return steps.statements();
    }

    /** A unique key takes a unique index of its columns in whichever order, a foreign key any index of them. */
    private static boolean takes(Constraint key, Index index) {
        List<String> columns = index.parts().stream().map(IndexPart::text).toList();
        boolean kind = key instanceof Unique && index.unique() || key instanceof ForeignKey;
        return kind && Set.copyOf(columns).equals(Set.copyOf(key.columns()));
    }
}
